package dev.zhaoshang.understanding.field;

import dev.zhaoshang.understanding.text.Clause;
import dev.zhaoshang.understanding.text.EverydayWords;
import dev.zhaoshang.understanding.text.Gazetteer;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Span;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Chinese names of people: a full name before a title with a surname before a nickname. */
final class NameReader implements FieldReader {

  /** A name and how good its form is; higher is better. */
  private record Candidate(Span span, int rank) {}

  private static final int FULL = 3;
  private static final int TITLED = 2;
  private static final int NICKNAME = 1;
  private static final int SURNAME = 0;
  private static final int LONGEST_CALLED = 5;
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");

  private final EnglishNames english;
  private final Surnames surnames;
  private final Gazetteer gazetteer;
  private final EverydayWords everyday = new EverydayWords();
  private final Pattern lead;
  private final Pattern told;
  private final Pattern dotted;
  private final Pattern tail;
  private final Pattern intro;
  private final Pattern placeOf;
  private final Pattern nickname;
  private final Pattern label;
  private final Pattern surely;
  private final Pattern latin;
  private final Pattern notName;

  NameReader(Lexicon lexicon, Gazetteer gazetteer, Surnames surnames) {
    this.english = new EnglishNames(lexicon, gazetteer);
    this.surnames = surnames;
    this.gazetteer = gazetteer;
    told = lexicon.pattern("name.surname");
    dotted = lexicon.pattern("name.dotted");
    lead = lexicon.pattern("name.lead");
    tail = lexicon.pattern("name.tail");
    intro = lexicon.pattern("intro");
    placeOf = lexicon.pattern("placeof");
    label = lexicon.pattern("label.name");
    surely = lexicon.pattern("name.lead.sure");
    latin = lexicon.pattern("name.latin");
    notName = lexicon.pattern("name.never");
    nickname = lexicon.pattern("name.nickname");
  }

  @Override
  public void read(Reading reading) {
    Asked asked = reading.asked();
    boolean named = label.matcher(reading.plain()).find();
    if (!reading.tellsOfContact() && !named) {
      return;
    }
    english.read(reading);
    @Nullable Candidate best = null;
    Matcher surname = told.matcher(reading.plain());
    String family = surname.find() ? surname.group(1) : "";
    for (Clause clause : reading.open()) {
      @Nullable Candidate one = ofFamily(clause, family);
      one = one != null ? one : latinFirst(reading, clause);
      one = one != null ? one : candidate(clause, asked.only("name"));
      one = one != null ? one : called(clause);
      if (one != null && (best == null || one.rank() > best.rank())) {
        best = one;
      }
    }
    if (best == null && !family.isEmpty() && surnames.surname(family) == family.length()) {
      best = new Candidate(new Span(surname.start(1), surname.end(1)), SURNAME);
    }
    if (best != null && !reading.has("name")) {
      reading.putText("name", best.span(), best.rank() == FULL ? 0.9 : 0.86);
      reading.take(best.span());
    }
  }

  /** A name in two parts with a dot, or one that begins with a surname told beside it. */
  private @Nullable Candidate ofFamily(Clause clause, String family) {
    Matcher two = dotted.matcher(clause.plain());
    if (two.find()) {
      int at = clause.span().from();
      return new Candidate(new Span(at + two.start(), at + two.end()), FULL);
    }
    int at = family.isEmpty() ? -1 : clause.plain().lastIndexOf(family);
    @Nullable Candidate named = at < 0 ? null : at(clause, at, true);
    return named != null && named.rank() == FULL ? named : ofFamilyToTheEnd(clause, family, at);
  }

  /** What begins with the surname and is a clause to its end, whatever the given name. */
  private @Nullable Candidate ofFamilyToTheEnd(Clause clause, String family, int at) {
    int length = clause.plain().length() - at;
    boolean name = at >= 0 && length > family.length() && length <= family.length() + 2;
    if (!name || surnames.titled(clause.plain().substring(at))) {
      return null;
    }
    int from = clause.span().from() + at;
    return HAN.matcher(clause.plain().substring(at)).matches()
        ? new Candidate(new Span(from, clause.span().to()), FULL)
        : null;
  }

  /** A given name in Latin letters before a Chinese surname. */
  private @Nullable Candidate latinFirst(Reading reading, Clause clause) {
    Matcher name = latin.matcher(clause.plain());
    int at = clause.span().from();
    return name.find()
            && Character.isUpperCase(reading.text().cased().charAt(at + name.start()))
            && surnames.surname(name.group(1)) == name.group(1).length()
        ? new Candidate(new Span(at + name.start(), at + name.end()), FULL)
        : null;
  }

  /** What "the boss is called" says is a name, though its surname is in no list. */
  private @Nullable Candidate called(Clause clause) {
    Matcher lead = surely.matcher(clause.plain());
    if (!lead.lookingAt()) {
      return null;
    }
    String rest = clause.plain().substring(lead.end());
    Matcher end = tail.matcher(rest);
    int to = rest.length() > LONGEST_CALLED && end.find(2) ? end.start() : rest.length();
    String name = rest.substring(0, to);
    int from = clause.span().from() + lead.end();
    boolean fits =
        to >= 2
            && to <= LONGEST_CALLED
            && HAN.matcher(name).matches()
            && !everyday.has(name)
            && !notName.matcher(name).find();
    return fits ? new Candidate(new Span(from, from + to), NICKNAME) : null;
  }

  private @Nullable Candidate candidate(Clause clause, boolean asked) {
    String plain = clause.plain();
    Matcher introduced = intro.matcher(plain);
    int from = introduced.find() ? introduced.end() : 0;
    for (int end = plain.length(); end > from; end--) {
      if (lead.matcher(plain).region(from, end).matches()) {
        @Nullable Candidate labelled = at(clause, end, true);
        if (labelled != null) {
          return labelled;
        }
      }
    }
    Matcher place = placeOf.matcher(plain).region(from, plain.length());
    while (place.find()) {
      @Nullable Candidate there = at(clause, place.end(), false);
      if (there != null) {
        return there;
      }
    }
    return from == 0 ? at(clause, 0, asked) : null;
  }

  /** The name that begins there, to the end of the clause but for a tail. */
  private @Nullable Candidate at(Clause clause, int from, boolean labelled) {
    String rest = clause.plain().substring(from);
    Matcher han = HAN.matcher(rest);
    if (!han.lookingAt()) {
      return null;
    }
    String run = han.group();
    Matcher end = tail.matcher(run);
    @Nullable Candidate whole =
        run.length() <= 3 ? form(run, clause.span().from() + from, labelled) : null;
    if (whole != null) {
      return whole;
    }
    for (int at = 2; at <= Math.min(run.length(), 6); at++) {
      if (at == run.length() || end.region(at, run.length()).lookingAt()) {
        @Nullable Candidate one = form(run.substring(0, at), clause.span().from() + from, labelled);
        if (one != null) {
          return one;
        }
      }
    }
    return null;
  }

  private @Nullable Candidate form(String run, int at, boolean labelled) {
    if (surnames.titled(run)) {
      String bare = surnames.withoutTitle(run);
      return new Candidate(new Span(at, at + bare.length()), bare.equals(run) ? TITLED : FULL);
    }
    if (nickname.matcher(run).matches() && surnames.surname(run.substring(1)) > 0) {
      return new Candidate(new Span(at, at + run.length()), NICKNAME);
    }
    boolean other = region(run) || (!labelled && everyday.has(run));
    return surnames.fullName(run) && !other && !notName.matcher(run).find()
        ? new Candidate(new Span(at, at + run.length()), FULL)
        : null;
  }

  private boolean region(String run) {
    return gazetteer.find(run).stream()
        .anyMatch(
            r -> (r.level() < 3 && r.span().from() == 0) || r.span().length() == run.length());
  }
}
