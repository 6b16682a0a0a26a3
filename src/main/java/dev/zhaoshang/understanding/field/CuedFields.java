package dev.zhaoshang.understanding.field;

import dev.zhaoshang.content.Content;
import dev.zhaoshang.content.Form;
import dev.zhaoshang.domain.Found;
import dev.zhaoshang.understanding.text.ClauseSegmenter;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Script;
import dev.zhaoshang.understanding.text.Typed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads forms that share no field with the intake, such as the check-in, by the cues that the
 * content gives their fields. Only while such a form asks: else its words mean nothing. Immutable.
 */
public final class CuedFields {

  private final ClauseSegmenter segmenter;
  private final Map<String, List<FieldReader>> readers = new LinkedHashMap<>();

  /** Makes the readers for one version of the content. */
  public CuedFields(Content content, Lexicon lexicon, Script script) {
    segmenter = new ClauseSegmenter(lexicon);
    for (Form form : content.forms().values()) {
      if (apart(form, content.intake())) {
        readers.put(
            form.id(),
            List.of(
                new CuedNotes(form, lexicon, script, true),
                new CuedChoices(form, lexicon, script),
                new CuedCounts(form, lexicon, script),
                new CuedNotes(form, lexicon, script, false)));
      }
    }
  }

  private static boolean apart(Form form, Form intake) {
    return form.aspects().stream()
        .flatMap(aspect -> aspect.fields().stream())
        .noneMatch(field -> intake.field(field.id()).isPresent());
  }

  /** Whether the question belongs to such a form. */
  public boolean reads(Asked asked) {
    return asked.form() != null && readers.containsKey(asked.form().id());
  }

  /**
   * What the text states, at most one entry a field; entries without a value could not be read.
   *
   * @param asked a question for which {@link #reads} holds
   */
  public List<Found> in(Typed text, Asked asked) {
    Reading reading = new Reading(text, asked, segmenter.clauses(text.plain()));
    Form form = asked.form();
    if (form != null) {
      readers.getOrDefault(form.id(), List.of()).forEach(reader -> reader.read(reading));
    }
    return reading.found();
  }
}
