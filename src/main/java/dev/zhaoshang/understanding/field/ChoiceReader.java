package dev.zhaoshang.understanding.field;

import dev.zhaoshang.content.Form;
import dev.zhaoshang.domain.Value;
import dev.zhaoshang.understanding.text.Clause;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Script;
import dev.zhaoshang.understanding.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A field with choices. Asked for, any mention counts; else only a clause that is nothing but the
 * choice, or that announces the field. Two choices that both stand need one that leads.
 */
final class ChoiceReader implements FieldReader {

  private final boolean alone;
  private final Form.Field field;
  private final Mentions mentions;
  private final Pattern cue;
  private final Pattern strongCue;
  private final Pattern filler;
  private final Pattern both;

  /**
   * Reads one field.
   *
   * @param alone whether a clause that is nothing but a choice counts when something else is asked
   */
  ChoiceReader(Form.Field field, Lexicon lexicon, Script script, boolean alone) {
    this.alone = alone;
    this.field = field;
    this.mentions = new Mentions(field, lexicon, script);
    this.cue = lexicon.pattern("cue." + field.id());
    this.strongCue = lexicon.find("cue.strong." + field.id()).orElse(cue);
    this.both = lexicon.pattern("choice.both");
    this.filler = lexicon.pattern("choice.filler");
  }

  @Override
  public void read(Reading reading) {
    boolean regional = field.id().equals("salesMode") && soldByRegion(reading);
    boolean beside = reading.asked().freeText();
    if (reading.has(field.id()) || regional || (beside && !standsBeside(reading))) {
      return;
    }
    boolean asked = reading.asked().covers(field.id());
    List<Mentions.Mention> all = new ArrayList<>();
    List<Mentions.Mention> summary = new ArrayList<>();
    boolean carried = false;
    for (Clause clause : reading.open()) {
      if (beside && clause.span().from() == 0) {
        continue;
      }
      Pattern announces = elsewhere(reading) ? strongCue : cue;
      boolean announced = !beside && announces.matcher(clause.plain()).find();
      List<Mentions.Mention> here = mentions.in(reading, clause.span());
      boolean single = alone && here.size() == 1 && alone(clause, here.get(0).span());
      if (asked || announced || carried || single) {
        all.addAll(here);
      }
      if (asked && here.size() == 1 && alone(clause, here.get(0).span())) {
        summary.addAll(here);
      }
      carried = announced && here.isEmpty() && clause.plain().length() <= 8;
    }
    boolean several = Mentions.standing(all).size() > 1 && Mentions.leading(all).isEmpty();
    if (all.isEmpty() && asked) {
      undecided(reading);
    }
    decide(reading, several && Mentions.standing(summary).size() == 1 ? summary : all);
  }

  /** Whether it is told beside what is required of us, as the nature of the distributor may be. */
  private boolean standsBeside(Reading reading) {
    return alone && !field.id().equals("salesMode") && reading.asked().only("requirements");
  }

  /** Whether a question is open in whose answers the words of a channel tell of something else. */
  private static boolean elsewhere(Reading reading) {
    return reading.asked().about("currentProducts", "similar", "interest");
  }

  /** Whether the text tells where it sells directly or through others, which is no main mode. */
  private static boolean soldByRegion(Reading reading) {
    boolean told = reading.has("directRegions") || reading.has("distributionRegions");
    return told && reading.asked().about("territory");
  }

  private boolean alone(Clause clause, Span span) {
    String before = clause.plain().substring(0, span.from() - clause.span().from());
    String after = clause.plain().substring(span.to() - clause.span().from());
    return filler.matcher(before).matches() && filler.matcher(after).matches();
  }

  /** An answer that names no choice and says "both" cannot be read as one. */
  private void undecided(Reading reading) {
    Matcher words = both.matcher(reading.plain());
    if (words.find()) {
      Span span = new Span(words.start(), words.end());
      reading.unclear(field.id(), span, field.id() + ".several");
    }
  }

  /** The one choice that is left when the others are ruled out; empty when several are. */
  private Optional<String> left(List<Mentions.Mention> all) {
    List<String> others =
        field.choices().stream()
            .map(Form.Choice::id)
            .filter(id -> all.stream().noneMatch(m -> m.choice().equals(id)))
            .toList();
    boolean ruledOut = !all.isEmpty() && all.stream().allMatch(Mentions.Mention::denied);
    return ruledOut && field.choices().size() == 2 && others.size() == 1
        ? Optional.of(others.get(0))
        : Optional.empty();
  }

  private void decide(Reading reading, List<Mentions.Mention> all) {
    List<String> standing = Mentions.standing(all);
    if (standing.isEmpty()) {
      standing = Mentions.undenied(all);
    }
    Optional<String> left = left(all);
    if (left.isPresent() && reading.asked().covers(field.id())) {
      reading.put(field.id(), new Value.Text(left.get()), all.get(0).span(), 0.88);
      all.forEach(m -> reading.take(m.span()));
      return;
    }
    List<String> leading = Mentions.leading(all);
    List<String> chosen = standing.size() > 1 && leading.size() == 1 ? leading : standing;
    if (chosen.size() != 1) {
      boolean ruledOut = chosen.isEmpty() && !reading.asked().covers(field.id());
      if (!all.isEmpty() && !ruledOut) {
        Span first = all.get(0).span();
        reading.unclear(field.id(), first, field.id() + ".several");
        all.forEach(m -> reading.take(m.span()));
      }
      return;
    }
    List<Span> spans =
        all.stream()
            .filter(m -> m.choice().equals(chosen.get(0)) && !m.denied())
            .map(Mentions.Mention::span)
            .collect(Collectors.toList());
    reading.put(field.id(), new Value.Text(chosen.get(0)), spans.get(0), 0.92);
    all.forEach(m -> reading.take(m.span()));
  }
}
