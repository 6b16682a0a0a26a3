package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Found;
import dev.zhaoshang.domain.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells whether a text is about another distributor than the current one. */
final class Another {

  private Another() {}

  /**
   * Two of name, mobile and company that differ from what is known are another person's; when no
   * question is pending a different name alone is.
   */
  static boolean isNamed(Distributor current, List<Found> found, @Nullable String asked) {
    long different =
        Stream.of("name", "mobile", "company").filter(f -> differs(current, found, f)).count();
    return different >= 2 || (asked == null && differs(current, found, "name"));
  }

  private static boolean differs(Distributor current, List<Found> found, String field) {
    Optional<String> known = current.text(field);
    Optional<String> told =
        found.stream()
            .filter(f -> f.field().equals(field))
            .map(Found::value)
            .flatMap(v -> v instanceof Value.Text text ? Optional.of(text.raw()).stream() : null)
            .findFirst();
    return known.isPresent() && told.isPresent() && !alike(known.get(), told.get());
  }

  /** One contains the other: a title for a name, a short for a full company name. */
  private static boolean alike(String known, String told) {
    return known.contains(told)
        || told.contains(known)
        || (known.charAt(0) == told.charAt(0) && told.length() == 2);
  }
}
