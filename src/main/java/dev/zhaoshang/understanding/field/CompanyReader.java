package dev.zhaoshang.understanding.field;

import dev.zhaoshang.understanding.text.Clause;
import dev.zhaoshang.understanding.text.Gazetteer;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Region;
import dev.zhaoshang.understanding.text.Span;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of companies: by their last word, by a label, or whatever was typed when one is asked for.
 */
final class CompanyReader implements FieldReader {

  private final Gazetteer gazetteer;
  private final Surnames surnames;
  private final Pattern name;
  private final Pattern english;
  private final Pattern latinLabel;
  private final Pattern generic;
  private final Pattern suffixes;
  private final Pattern speech;
  private final Pattern label;
  private final Pattern labelBefore;
  private final Pattern called;
  private final Pattern weak;
  private final Pattern word;
  private final Pattern lead;
  private final Pattern tail;

  CompanyReader(Lexicon lexicon, Gazetteer gazetteer, Surnames surnames) {
    this.gazetteer = gazetteer;
    this.surnames = surnames;
    name =
        Pattern.compile(
            "[\\p{IsHan}a-z0-9()]{1,24}?(?:"
                + lexicon.pattern("company.suffix")
                + ")+(?:\\([^)]{1,8}\\))?");
    english =
        Pattern.compile(
            "(?:[A-Z][\\w&'-]*\\.? ){1,5}(?i:"
                + lexicon.pattern("company.suffix.en")
                + ")(?:,? (?i:"
                + lexicon.pattern("company.suffix.en")
                + "))*(?![a-z])");
    latinLabel =
        Pattern.compile(
            "(?i:"
                + lexicon.pattern("company.label.en")
                + ")((?:\\p{Lu}[\\w&'-]*\\.?)(?: (?:\\p{Lu}[\\w&'-]*\\.?|&|and|of)){0,5})");
    suffixes = Pattern.compile("(?:" + lexicon.pattern("company.suffix") + ")+$");
    speech = lexicon.pattern("company.speech");
    generic = lexicon.pattern("company.generic");
    label = lexicon.pattern("company.label");
    labelBefore = lexicon.pattern("company.label.before");
    lead = lexicon.pattern("company.lead");
    called = lexicon.pattern("company.called");
    word = lexicon.pattern("company.word");
    weak = lexicon.pattern("company.weak");
    tail = lexicon.pattern("company.tail");
  }

  @Override
  public void read(Reading reading) {
    boolean own = reading.tellsOfContact();
    for (Clause clause : reading.open()) {
      boolean named = label.matcher(clause.plain()).find();
      if (reading.has("company") || (!own && !named)) {
        continue;
      }
      Matcher latin = english.matcher(reading.text().cased());
      latin.region(clause.span().from(), reading.plain().length());
      if (labelled(reading, clause)) {
        continue;
      }
      if (latin.lookingAt() || (latin.find() && latin.start() < clause.span().to())) {
        take(reading, new Span(latin.start(), latin.end()), 0.9);
      } else {
        chinese(reading, clause);
        unmarked(reading, clause);
      }
    }
  }

  /**
   * A name without the usual last word: after "the company is", or one that begins with a place.
   */
  private void unmarked(Reading reading, Clause clause) {
    if (reading.has("company")) {
      return;
    }
    int at = clause.span().from();
    Matcher told = called.matcher(clause.plain());
    if (told.matches()) {
      String typed = told.group("name");
      boolean placed = gazetteer.find(typed).stream().anyMatch(r -> r.span().from() == 0);
      boolean name = placed ? !region(typed) : told.group("sure") != null;
      if (name && !speech.matcher(typed).find() && !generic.matcher(typed).matches()) {
        take(reading, new Span(at + told.start("name"), at + told.end("name")), 0.86);
      }
      return;
    }
    Matcher shop = weak.matcher(clause.plain());
    boolean placed = gazetteer.find(clause.plain()).stream().anyMatch(r -> r.span().from() == 0);
    if (placed && shop.matches()) {
      take(reading, new Span(at, at + shop.end(1)), 0.86);
    }
  }

  /** A name in Latin letters after "company's" or the like, whatever its last word. */
  private boolean labelled(Reading reading, Clause clause) {
    Matcher called = latinLabel.matcher(reading.text().cased());
    called.region(clause.span().from(), clause.span().to()).useTransparentBounds(true);
    if (!called.find()) {
      return false;
    }
    take(reading, new Span(called.start(1), called.end(1)), 0.88);
    return true;
  }

  private void chinese(Reading reading, Clause clause) {
    Matcher matcher = name.matcher(clause.plain());
    while (matcher.find()) {
      int end = matcher.end();
      int from = start(matcher.group());
      String bare = matcher.group().substring(from);
      Matcher suffix = name.matcher(bare);
      if (!suffix.matches() || generic(bare) || bare.length() < 3) {
        continue;
      }
      int at = clause.span().from();
      take(reading, new Span(at + matcher.start() + from, at + end), 0.9);
      return;
    }
  }

  private boolean generic(String bare) {
    Matcher end = suffixes.matcher(bare);
    String own = end.find() && end.start() > 0 ? bare.substring(0, end.start()) : bare;
    boolean person = surnames.fullName(own) && word.matcher(bare.substring(own.length())).matches();
    if (person || speech.matcher(own).find()) {
      return true;
    }
    if (gazetteer.find(bare).stream().anyMatch(r -> r.span().from() == 0)) {
      return false;
    }
    return generic.matcher(own).matches();
  }

  private boolean region(String text) {
    return gazetteer.find(text).stream().anyMatch(r -> r.span().length() == text.length());
  }

  /** Where the company's name begins: after a label, at a place, or after a person's name. */
  private int start(String typed) {
    int from = 0;
    Matcher label = lead.matcher(typed);
    if (label.lookingAt() && label.end() < typed.length() - 2) {
      from = label.end();
    }
    List<Region> regions = gazetteer.find(typed.substring(from));
    for (Region region : regions) {
      int at = region.span().from();
      String person = typed.substring(from, from + at);
      if (at > 0 && surnames.fullName(person) && !region(person)) {
        return from + at;
      }
    }
    int person = surnames.nameLength(typed.substring(from));
    boolean titled = person > 0 && surnames.titled(typed.substring(from, from + person));
    return titled && typed.length() - from - person > 3 ? from + person : from;
  }

  /** The whole answer, when a company is asked for or corrected and nothing looks like one. */
  void fallback(Reading reading, Span span) {
    String typed = reading.plain().substring(span.from(), span.to());
    Matcher label = lead.matcher(typed);
    int from = label.lookingAt() && label.end() < typed.length() - 1 ? label.end() : 0;
    Matcher end = tail.matcher(typed);
    int to = end.find(from) ? end.start() : typed.length();
    if (to - from >= 2 && to - from <= 30) {
      take(reading, new Span(span.from() + from, span.from() + to), 0.7);
    }
  }

  private void take(Reading reading, Span span, double confidence) {
    reading.putText("company", span, confidence);
    Matcher before = labelBefore.matcher(reading.plain().substring(0, span.from()));
    reading.take(before.find() ? new Span(before.start(), span.to()) : span);
  }
}
