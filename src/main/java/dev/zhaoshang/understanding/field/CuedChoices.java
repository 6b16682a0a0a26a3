package dev.zhaoshang.understanding.field;

import dev.zhaoshang.content.Form;
import dev.zhaoshang.content.Form.FieldType;
import dev.zhaoshang.domain.Value;
import dev.zhaoshang.understanding.text.Clause;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Script;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Choices of a report: in a clause that announces the field, or anywhere when it is asked for. */
final class CuedChoices implements FieldReader {

  /** Beside words of other fields a mention shorter than this may belong to them. */
  private static final int TELLING = 3;

  private final List<Cue> cues;
  private final List<Cue> others;
  private final Map<String, Mentions> mentions = new LinkedHashMap<>();

  CuedChoices(Form form, Lexicon lexicon, Script script) {
    cues = Cue.of(form, script, FieldType.CHOICE);
    others = Cue.of(form, script, FieldType.NOTES, FieldType.TEXT, FieldType.COUNT);
    cues.forEach(cue -> mentions.put(cue.field().id(), new Mentions(cue.field(), lexicon, script)));
  }

  @Override
  public void read(Reading reading) {
    cues.forEach(cue -> read(reading, cue));
  }

  private void read(Reading reading, Cue cue) {
    boolean asked = reading.asked().covers(cue.field().id());
    for (Clause clause : reading.clauses()) {
      boolean announced = !cue.in(reading.plain(), clause.span()).isEmpty();
      boolean elsewhere =
          others.stream().anyMatch(other -> !other.in(reading.plain(), clause.span()).isEmpty());
      if ((!announced && !asked) || !reading.free(clause.span())) {
        continue;
      }
      Mentions words = mentions.get(cue.field().id());
      boolean sure = announced || !elsewhere;
      List<Mentions.Mention> here =
          words == null
              ? List.of()
              : words.in(reading, clause.span()).stream()
                  .filter(mention -> sure || mention.span().length() >= TELLING)
                  .toList();
      Optional<String> choice = chosen(cue.field(), here);
      if (choice.isPresent() && !reading.has(cue.field().id())) {
        reading.put(cue.field().id(), new Value.Text(choice.get()), clause.span(), 0.9);
        reading.take(clause.span());
      }
    }
  }

  /** The one that stands; of two choices, the other one when one is ruled out. */
  private static Optional<String> chosen(Form.Field field, List<Mentions.Mention> here) {
    List<String> standing = Mentions.standing(here);
    if (standing.size() == 1) {
      return Optional.of(standing.get(0));
    }
    List<String> left = new ArrayList<>(field.choices().stream().map(Form.Choice::id).toList());
    here.stream().filter(Mentions.Mention::denied).forEach(m -> left.remove(m.choice()));
    return standing.isEmpty() && !here.isEmpty() && left.size() == 1
        ? Optional.of(left.get(0))
        : Optional.empty();
  }
}
