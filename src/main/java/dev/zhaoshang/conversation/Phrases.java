package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Content;
import dev.zhaoshang.content.Form;
import dev.zhaoshang.content.Form.Field;
import dev.zhaoshang.content.Form.FieldType;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Fact;
import dev.zhaoshang.domain.FactState;
import dev.zhaoshang.domain.Language;
import dev.zhaoshang.domain.Subject;
import dev.zhaoshang.domain.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Facts and records in words. */
record Phrases(Content content, Language language) {

  private String say(String id) {
    return content.say(id, language);
  }

  /** A value as it is shown to people. */
  String value(Field field, Value value) {
    if (value instanceof Value.Flag flag) {
      return say(flag.raw() ? "value.yes" : "value.no");
    }
    if (value instanceof Value.Items items) {
      String between = say(field.type() == FieldType.NOTES ? "list.semicolon" : "list.comma");
      return items.raw().isEmpty() ? say("value.nothing") : String.join(between, items.raw());
    }
    String raw = String.valueOf(value.raw());
    return switch (field.type()) {
      case CHOICE ->
          field.choices().stream()
              .filter(choice -> choice.id().equals(raw))
              .map(choice -> choice.label().in(language))
              .findFirst()
              .orElse(raw);
      case INTEGER -> say("value.people").replace("{n}", raw);
      case MOBILE -> grouped(raw);
      default -> raw;
    };
  }

  private static String grouped(String mobile) {
    return mobile.length() == 11
        ? mobile.substring(0, 3) + " " + mobile.substring(3, 7) + " " + mobile.substring(7)
        : mobile;
  }

  /** A field with its value; a name and a company speak for themselves. */
  String labelled(Field field, Value value) {
    if (value instanceof Value.Flag flag) {
      return say(flag.raw() ? "flag.yes" : "flag.no").replace("{label}", label(field));
    }
    String shown = value(field, value);
    if (field.type() == FieldType.NAME || field.type() == FieldType.COMPANY) {
      return shown;
    }
    return say("labelled").replace("{label}", label(field)).replace("{value}", shown);
  }

  private String label(Field field) {
    return field.label().in(language);
  }

  /** What a fact says, in a word or two; a dash for an open field. */
  String fact(Subject subject, Field field) {
    return subject
        .fact(field.id())
        .map(
            fact ->
                fact.value() != null
                    ? value(field, fact.value())
                    : say("state." + fact.state().name().toLowerCase(Locale.ROOT)))
        .orElse("");
  }

  /** Name and company of a distributor, as far as they are known. */
  String title(Distributor distributor) {
    List<String> parts =
        Stream.of("name", "company").flatMap(field -> distributor.text(field).stream()).toList();
    if (!parts.isEmpty()) {
      return String.join(" ", parts);
    }
    return distributor.text("mobile").map(Phrases::grouped).orElseGet(() -> say("title.unnamed"));
  }

  /** The titles of some aspects in one line; only the first few when there are many. */
  String titles(List<Form.Aspect> aspects, int most) {
    String joined =
        String.join(
            say("list.comma"),
            aspects.stream().limit(most).map(a -> a.title().in(language)).toList());
    return aspects.size() > most ? joined + say("list.andMore") : joined;
  }

  /** The labels of some fields in one line. */
  String labels(List<Field> fields) {
    return String.join(
        say("list.comma"), fields.stream().map(f -> f.label().in(language)).toList());
  }

  /** What a form is about. */
  String title(Form form, Subject subject) {
    return subject instanceof Distributor distributor
        ? title(distributor)
        : form.title().in(language) + " " + subject.id();
  }

  /** The record, one numbered line an aspect; open ones are marked. */
  String card(Form form, Subject subject) {
    List<String> lines = new ArrayList<>();
    lines.add(title(form, subject));
    int number = 0;
    for (Form.Aspect aspect : form.aspects()) {
      number++;
      lines.add(
          number + " " + aspect.title().in(language) + say("list.colon") + line(aspect, subject));
    }
    return String.join("\n", lines);
  }

  private String line(Form.Aspect aspect, Subject subject) {
    List<String> known = new ArrayList<>();
    for (Field field : aspect.fields()) {
      subject.fact(field.id()).ifPresent(fact -> known.add(inLine(aspect, field, fact)));
    }
    return known.isEmpty() ? say("value.open") : String.join(say("list.semicolon"), known);
  }

  private String inLine(Form.Aspect aspect, Field field, Fact fact) {
    String label = field.label().in(language);
    if (fact.value() == null) {
      return label + " " + say("state." + fact.state().name().toLowerCase(Locale.ROOT));
    }
    String value = value(field, fact.value());
    boolean plain = aspect.fields().size() == 1 || field.type() == FieldType.CHOICE;
    String shown = plain ? value : labelled(field, fact.value());
    return fact.state() == FactState.KNOWN
        ? shown
        : shown
            + say("state.mark")
                .replace("{state}", say("state." + fact.state().name().toLowerCase(Locale.ROOT)));
  }

  /** The record as text to copy: every field that has a value, a line each. */
  String copy(Form form, Subject subject) {
    List<String> lines = new ArrayList<>();
    for (Form.Aspect aspect : form.aspects()) {
      for (Field field : aspect.fields()) {
        subject
            .fact(field.id())
            .map(Fact::value)
            .ifPresent(
                value ->
                    lines.add(
                        field.label().in(language) + say("list.colon") + value(field, value)));
      }
    }
    return String.join("\n", lines);
  }

  /** What became of some fields, from and to, for a correction. */
  String changed(Field field, Map<String, Fact> before, Value now) {
    Fact old = before.get(field.id());
    String shown = labelled(field, now);
    if (old == null || old.value() == null || old.value().equals(now)) {
      return shown;
    }
    return shown + say("value.was").replace("{old}", value(field, old.value()));
  }
}
