package dev.zhaoshang.conversation;

import dev.zhaoshang.access.Access;
import dev.zhaoshang.access.Erasure;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Fact;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.store.Distributors.Match;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An admin removes a distributor who wants to be forgotten; asked once more before it is done. */
final class EraseFlow implements Flow {

  /** {@code erase:<distributor>}, or {@code erase:<distributor>:?} before it is asked for sure. */
  private static final String VERB = "erase";

  /** Marks a choice among several who have the number: it removes nobody yet. */
  private static final String WHICH = "?";

  /** So many characters tell two of a name apart. */
  private static final int ENDING = 4;

  private final Draft draft;

  EraseFlow(Draft draft) {
    this.draft = draft;
  }

  /** Whether a button is of this flow, for which it must be known who taps. */
  static boolean isMeant(@Nullable String button) {
    return button != null && button.startsWith(VERB + ":");
  }

  @Override
  public boolean command(Command command, Meaning meaning) {
    if (command != Command.ERASE) {
      return false;
    }
    List<Distributor> found =
        draft.in().snapshot().matches().stream()
            .map(Match::distributor)
            .distinct()
            .flatMap(id -> Optional.ofNullable(draft.find(id)).stream())
            .toList();
    switch (found.size()) {
      case 0 -> draft.say("erase.unknown", Map.of());
      case 1 -> sure(found.get(0));
      default -> draft.say("erase.which", Map.of("list", list(found)), choices(found));
    }
    return true;
  }

  private String list(List<Distributor> found) {
    return IntStream.range(0, found.size())
        .mapToObj(i -> (i + 1) + ". " + described(found.get(i)))
        .collect(Collectors.joining("\n"));
  }

  /** The number comes first: of a label some apps show ten characters. */
  private Button[] choices(List<Distributor> found) {
    return IntStream.range(0, found.size())
        .mapToObj(
            i ->
                new Button(
                    (i + 1) + " " + title(found.get(i)),
                    Buttons.data(VERB, found.get(i).id(), WHICH)))
        .toArray(Button[]::new);
  }

  /** So that nobody is taken for a namesake: whose, how the number ends, and since when. */
  private String described(Distributor one) {
    String owner = draft.in().snapshot().names().getOrDefault(one.owner(), one.owner());
    String mobile =
        one.fact("mobile")
            .map(Fact::value)
            .map(value -> String.valueOf(value.raw()))
            .map(EraseFlow::ending)
            .orElse("-");
    return draft.text(
        "erase.one",
        Map.of(
            "title", title(one),
            "owner", owner,
            "mobile", mobile,
            "since", draft.rhythm().date(one.createdAt()).toString(),
            "id", ending(one.id())));
  }

  private static String ending(String of) {
    return of.substring(Math.max(0, of.length() - ENDING));
  }

  private void sure(Distributor found) {
    draft.say(
        "erase.sure",
        Map.of("title", described(found)),
        new Button(draft.text("button.erase", Map.of()), Buttons.data(VERB, found.id())));
  }

  @Override
  public boolean button(String verb, List<String> arguments) {
    if (!verb.equals(VERB)
        || !(arguments.size() == 1 || (arguments.size() == 2 && arguments.get(1).equals(WHICH)))
        || !Access.may(draft.in().snapshot().speaker(), Command.ERASE)) {
      return false;
    }
    Distributor found = draft.find(arguments.get(0));
    if (found == null || found.fields().isEmpty()) {
      return false;
    }
    if (arguments.size() == 2) {
      sure(found);
      return true;
    }
    draft.audit(Erasure.WORD, found.id());
    draft.say("erased", Map.of());
    return true;
  }

  private String title(Distributor distributor) {
    return new Phrases(draft.content(), draft.language()).title(distributor);
  }
}
