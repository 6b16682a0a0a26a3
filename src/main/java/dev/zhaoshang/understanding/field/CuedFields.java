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
import java.util.Optional;

/**
 * Reads what other forms than the intake ask, such as the check-in, by the cues that the content
 * gives their fields. Only while such a form asks: else its words mean nothing. Immutable.
 */
public final class CuedFields {

  private final ClauseSegmenter segmenter;
  private final Map<String, Form> forms = new LinkedHashMap<>();
  private final Map<String, List<FieldReader>> readers = new LinkedHashMap<>();

  /** Makes the readers for one version of the content. */
  public CuedFields(Content content, Lexicon lexicon, Script script) {
    segmenter = new ClauseSegmenter(lexicon);
    for (Form form : content.forms().values()) {
      Form own = apart(form, content.intake());
      if (!own.aspects().isEmpty()) {
        forms.put(form.id(), own);
        readers.put(
            form.id(),
            List.of(
                new CuedNotes(own, lexicon, script, true),
                new CuedChoices(own, lexicon, script),
                new CuedCounts(own, lexicon, script),
                new CuedNotes(own, lexicon, script, false)));
      }
    }
  }

  /** What a form asks beside what the intake asks too. */
  private static Form apart(Form form, Form intake) {
    List<Form.Aspect> aspects =
        form.aspects().stream().filter(a -> intake.aspect(a.id()).isEmpty()).toList();
    return new Form(form.id(), form.title(), form.words(), aspects);
  }

  /** Whether the question belongs to such a form. */
  public boolean reads(Asked asked) {
    return asked.form() != null
        && Optional.ofNullable(forms.get(asked.form().id()))
            .map(own -> own.aspects().contains(asked.aspect()))
            .orElse(false);
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
