package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Form;
import dev.zhaoshang.content.Form.Aspect;
import dev.zhaoshang.content.Form.Field;
import dev.zhaoshang.domain.Fact;
import dev.zhaoshang.domain.FactState;
import dev.zhaoshang.domain.Subject;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A question of a form, and which one comes next.
 *
 * @param aspect it belongs to
 * @param fields that it asks for, first the one whose buttons are shown
 * @param rest whether it asks, once and together, for what is not core
 */
record Question(Aspect aspect, List<Field> fields, boolean rest) {

  Question {
    fields = List.copyOf(fields);
  }

  /**
   * The id that answers refer to: the field's when it asks for one of several, else the aspect's.
   */
  String asked() {
    boolean one = fields.size() == 1 && aspect.fields().stream().filter(Field::core).count() != 1;
    return one || (rest && fields.size() == 1) ? fields.get(0).id() : aspect.id();
  }

  /**
   * The next question: the aspect just talked about first, then the first with an open core field,
   * then what is not core, then what was parked.
   *
   * @param topic id of the aspect that the last answer stayed within; null for none
   */
  static Optional<Question> next(Form form, Subject subject, @Nullable String topic) {
    Stream<Question> onTopic =
        Stream.ofNullable(topic)
            .flatMap(id -> form.aspect(id).stream())
            .flatMap(a -> Stream.of(core(a, subject), rest(a, subject)))
            .flatMap(Optional::stream);
    return Stream.of(
            onTopic,
            form.aspects().stream().flatMap(a -> core(a, subject).stream()),
            form.aspects().stream().flatMap(a -> rest(a, subject).stream()),
            form.aspects().stream().flatMap(a -> parked(a, subject).stream()))
        .flatMap(s -> s)
        .findFirst();
  }

  /** The open question that is most worth asking when there is time for one only. */
  static Optional<Question> mostWorth(Form form, Subject subject) {
    return form.aspects().stream()
        .sorted(Comparator.comparingInt(Aspect::worth).reversed())
        .flatMap(a -> core(a, subject).stream())
        .findFirst();
  }

  /** The question that has this id, whatever is known already. */
  static Optional<Question> of(Form form, Subject subject, String asked) {
    return form.aspectOf(asked)
        .map(
            aspect -> {
              if (!aspect.id().equals(asked)) {
                Field field = form.field(asked).orElseThrow();
                return new Question(aspect, List.of(field), !field.core());
              }
              return core(aspect, subject)
                  .or(() -> rest(aspect, subject))
                  .orElseGet(() -> whole(aspect));
            });
  }

  /** The question for all core fields of an aspect. */
  static Question whole(Aspect aspect) {
    return new Question(aspect, aspect.fields().stream().filter(Field::core).toList(), false);
  }

  /** Aspects with an open core field. */
  static List<Aspect> openAspects(Form form, Subject subject) {
    return form.aspects().stream().filter(a -> core(a, subject).isPresent()).toList();
  }

  private static Optional<Question> core(Aspect aspect, Subject subject) {
    List<Field> open = open(aspect, subject, true);
    return open.isEmpty() ? Optional.empty() : Optional.of(new Question(aspect, open, false));
  }

  /** What is not core is asked where anything of the aspect is known: else it was passed over. */
  private static Optional<Question> rest(Aspect aspect, Subject subject) {
    boolean told =
        aspect.fields().stream().anyMatch(f -> subject.fact(f.id()).map(Fact::value).isPresent());
    if (!told) {
      return Optional.empty();
    }
    List<Field> open = open(aspect, subject, false);
    return open.isEmpty() ? Optional.empty() : Optional.of(new Question(aspect, open, true));
  }

  private static Optional<Question> parked(Aspect aspect, Subject subject) {
    return aspect.fields().stream()
        .filter(f -> subject.fact(f.id()).map(Fact::state).orElse(null) == FactState.PARKED)
        .findFirst()
        .map(field -> new Question(aspect, List.of(field), false));
  }

  private static List<Field> open(Aspect aspect, Subject subject, boolean core) {
    return aspect.fields().stream()
        .filter(field -> field.core() == core)
        .filter(field -> applies(field, subject))
        .filter(field -> isOpen(subject, field.id()))
        .toList();
  }

  /** Whether nothing settled is known of the field. */
  static boolean isOpen(Subject subject, String field) {
    return subject
        .fact(field)
        .map(f -> f.state() == FactState.UNCLEAR || f.state() == FactState.ASSUMED)
        .orElse(true);
  }

  /** Whether the field is asked of this subject at all. */
  static boolean applies(Field field, Subject subject) {
    Form.When when = field.when();
    return when == null
        || subject
            .fact(when.field())
            .map(Fact::value)
            .map(value -> Objects.toString(value.raw()).equals(when.is()))
            .orElse(false);
  }
}
