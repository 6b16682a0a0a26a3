package dev.zhaoshang.understanding.trip;

import dev.zhaoshang.content.Finder;
import dev.zhaoshang.domain.Trip.Area;
import dev.zhaoshang.understanding.text.Gazetteer;
import dev.zhaoshang.understanding.text.HanlpScript;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Region;
import dev.zhaoshang.understanding.text.Script;
import dev.zhaoshang.understanding.text.Span;
import dev.zhaoshang.understanding.text.Typed;
import dev.zhaoshang.understanding.time.Facing;
import dev.zhaoshang.understanding.time.TimeProblem;
import dev.zhaoshang.understanding.time.TimeReader;
import dev.zhaoshang.understanding.time.TimeReading;
import dev.zhaoshang.understanding.time.When;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the days and the places of a trip. Immutable. */
public final class TripReader {

  /** A moment before all that is told: where only the wording counts, nothing is past. */
  private static final ZonedDateTime WHENEVER = ZonedDateTime.parse("2001-01-01T00:00Z");

  private final Finder goes;
  private final Finder named;
  private final Finder visits;
  private final Pattern rest;
  private final Pattern going;
  private final TimeReader times;
  private final Gazetteer gazetteer;
  private final Script script;

  /** Takes its words from the lexicon. */
  public TripReader(Lexicon lexicon, Script script) {
    goes = lexicon.finder("trip.goes");
    named = lexicon.finder("trip.named");
    visits = lexicon.finder("trip.visits");
    rest = Pattern.compile("(?:" + lexicon.pattern("trip.rest") + ")*");
    going = lexicon.pattern("trip.going");
    times = new TimeReader(lexicon, script);
    gazetteer = Gazetteer.load();
    this.script = script;
  }

  /** A reader with the packaged lexicon. */
  public static TripReader load() {
    return new TripReader(Lexicon.load(), new HanlpScript());
  }

  /**
   * What a text tells of a trip.
   *
   * @param times in it
   * @param areas in the order in which they are named
   * @param past whether all its days are past
   */
  public record Told(TimeReading times, List<Area> areas, boolean past) {

    public Told {
      areas = List.copyOf(areas);
    }
  }

  /**
   * Whether the text is the plan of a trip and nothing else: days, places and words of going. One
   * day is a trip only where it is called one, or nothing is told of it but where to go and when.
   */
  public boolean isPlan(Typed text) {
    String plain = text.plain();
    boolean called = named.in(plain);
    if (!called && !goes.in(plain)) {
      return false;
    }
    List<Region> regions = gazetteer.find(plain);
    if (regions.isEmpty()) {
      return false;
    }
    TimeReading reading = times.read(text, WHENEVER, Facing.AHEAD);
    boolean alone = going.matcher(without(plain, regions, reading.spans())).matches();
    boolean days =
        called || alone || reading.first().map(When::isOneDay).map(one -> !one).orElse(false);
    return days
        && !reading.times().isEmpty()
        && rest.matcher(without(plain, regions, reading.spans())).matches();
  }

  /**
   * Whether the text is such a plan of days that are past, so a slip; who tells of visits there
   * tells what was done.
   *
   * @param now what time it is, in the zone of the one who speaks
   */
  public boolean isPast(Typed text, ZonedDateTime now) {
    String plain = text.plain();
    List<Region> regions = goes.in(plain) && !visits.in(plain) ? gazetteer.find(plain) : List.of();
    if (regions.isEmpty()) {
      return false;
    }
    TimeReading reading = times.read(text, now, Facing.AHEAD);
    return isPast(text, reading, now)
        && rest.matcher(without(plain, regions, reading.spans())).matches();
  }

  /** The end of "last Monday to Thursday" alone would be one to come. */
  private boolean isPast(Typed text, TimeReading ahead, ZonedDateTime now) {
    List<When> back = times.read(text, now, Facing.BACK).times();
    return ahead.unclear().stream().anyMatch(one -> one.problem() == TimeProblem.PAST)
        && !back.isEmpty()
        && back.stream().allMatch(one -> one.to().isBefore(now.toLocalDate()));
  }

  private static String without(String plain, List<Region> regions, List<Span> spans) {
    StringBuilder kept = new StringBuilder(plain);
    spans.forEach(span -> blank(kept, span));
    regions.forEach(region -> blank(kept, region.span()));
    return kept.toString();
  }

  private static void blank(StringBuilder kept, Span span) {
    for (int i = span.from(); i < span.to(); i++) {
      kept.setCharAt(i, ' ');
    }
  }

  /**
   * Days and places of a trip.
   *
   * @param text as typed
   * @param now what time it is, in the zone of the one who speaks
   */
  public Told read(String text, ZonedDateTime now) {
    Typed typed = Typed.of(text, script);
    TimeReading reading = times.read(typed, now, Facing.AHEAD);
    List<Area> areas =
        gazetteer.find(typed.plain()).stream()
            .filter(region -> reading.spans().stream().noneMatch(region.span()::overlaps))
            .map(region -> new Area(region.code(), words(typed, region)))
            .distinct()
            .toList();
    return new Told(reading, areas, isPast(typed, reading, now));
  }

  private static String words(Typed typed, Region region) {
    return typed.words(region.bare().from(), region.bare().to());
  }

  /** Codes of the places in a text. */
  public List<String> places(String text) {
    return gazetteer.find(Typed.of(text, script).plain()).stream().map(Region::code).toList();
  }
}
