package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Fact;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What was once told of a distributor, in the rep's own words. */
final class PastTalk {

  private PastTalk() {}

  /** The latest words in which all of these occur; empty when none ever did. */
  static Optional<String> find(Distributor distributor, String wanted) {
    String[] words = wanted.trim().toLowerCase(Locale.ROOT).split("\\s+", -1);
    return Stream.concat(
            distributor.fields().values().stream(),
            distributor.history().stream().flatMap(entry -> entry.fields().values().stream()))
        .filter(fact -> Stream.of(words).allMatch(word -> text(fact).contains(word)))
        .max((one, other) -> one.at().compareTo(other.at()))
        .map(Fact::words)
        .filter(text -> !text.isBlank());
  }

  private static String text(Fact fact) {
    String value = fact.value() == null ? "" : String.valueOf(fact.value().raw());
    return (fact.words() + "\n" + value).toLowerCase(Locale.ROOT);
  }
}
