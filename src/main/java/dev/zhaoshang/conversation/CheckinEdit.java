package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Form;
import dev.zhaoshang.content.Form.Field;
import dev.zhaoshang.domain.Day;
import dev.zhaoshang.domain.Found;
import dev.zhaoshang.domain.Value;
import dev.zhaoshang.understanding.rhythm.ReportWords;
import dev.zhaoshang.understanding.rhythm.ReportWords.Edit;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Another value for a check-in that was sent a while ago, told in one line. */
final class CheckinEdit {

  private static final ReportWords WORDS = ReportWords.load();

  /** So long after it was sent a line can be meant for it. */
  private static final Duration FRESH = Duration.ofHours(12);

  private final Draft draft;

  CheckinEdit(Draft draft) {
    this.draft = draft;
  }

  /** The check-in that was sent last; empty when it is long ago or something else is asked. */
  Optional<Day> day() {
    Instant since = draft.in().now().minus(FRESH);
    return draft.asked() != null
        ? Optional.empty()
        : draft.own().all(Day.class).stream()
            .filter(day -> day.doneAt() != null && day.doneAt().isAfter(since))
            .max(Comparator.comparing(day -> Objects.requireNonNull(day.doneAt())));
  }

  /** The value that the text tells anew; empty when it tells none of the form. */
  Optional<Found> read(String text, Form form) {
    Optional<Edit> edit = WORDS.edit(text);
    Optional<Field> field = edit.flatMap(told -> FieldNames.in(told.what(), form));
    return field.flatMap(one -> found(one, edit.get(), text));
  }

  private static Optional<Found> found(Field field, Edit told, String text) {
    Stream<Value> value =
        switch (field.type()) {
          case COUNT -> WORDS.count(told.value()).stream().mapToObj(Value.Count::new);
          case CHOICE -> choice(field, told.value()).stream();
          case NOTES ->
              told.changes() ? Stream.of(new Value.Items(List.of(told.value()))) : Stream.empty();
          default -> Stream.empty();
        };
    return value.findFirst().map(v -> new Found(field.id(), v, text, List.of(), 1, null));
  }

  private static Optional<Value> choice(Field field, String words) {
    return field.choices().stream()
        .filter(
            choice ->
                Stream.concat(
                        Stream.of(choice.label().zh(), choice.label().en()), choice.also().stream())
                    .anyMatch(words::equalsIgnoreCase))
        .findFirst()
        .map(choice -> new Value.Text(choice.id()));
  }
}
