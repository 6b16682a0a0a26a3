package dev.zhaoshang.understanding.rhythm;

import dev.zhaoshang.understanding.text.HanlpScript;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Script;
import dev.zhaoshang.understanding.text.Typed;
import dev.zhaoshang.understanding.time.Facing;
import dev.zhaoshang.understanding.time.TimeProblem;
import dev.zhaoshang.understanding.time.TimeReader;
import dev.zhaoshang.understanding.time.TimeReading;
import dev.zhaoshang.understanding.time.When;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a rep wishes of the times of reminders. Immutable. */
public final class RhythmWords {

  /** A Monday: where a wish is read, no day is past. */
  private static final LocalDate MONDAY = LocalDate.of(2001, 1, 1);

  private static final Pattern CLOCK = Pattern.compile("^([01]?\\d|2[0-3]):([0-5]\\d)$");

  private static final Set<DayOfWeek> WEEKDAYS =
      Set.of(
          DayOfWeek.MONDAY,
          DayOfWeek.TUESDAY,
          DayOfWeek.WEDNESDAY,
          DayOfWeek.THURSDAY,
          DayOfWeek.FRIDAY);

  private static final List<String> NAMED =
      List.of(
          "Asia/Shanghai",
          "Asia/Urumqi",
          "Europe/Berlin",
          "Europe/London",
          "Asia/Tokyo",
          "Asia/Singapore",
          "Asia/Bangkok");

  private final Lexicon lexicon;
  private final TimeReader times;
  private final Script script;

  /** Takes its words from the lexicon. */
  public RhythmWords(Lexicon lexicon, Script script) {
    this.lexicon = lexicon;
    this.script = script;
    times = new TimeReader(lexicon, script);
  }

  /** A reader with the packaged lexicon. */
  public static RhythmWords load() {
    return new RhythmWords(Lexicon.load(), new HanlpScript());
  }

  /**
   * What is wished for.
   *
   * @param time of day; null when none is told
   * @param week days, in their order; empty when none are told
   * @param off whether it is to be off
   * @param on whether it is to be on
   * @param problem what is wrong with the words; null when nothing is
   */
  public record Wish(
      @Nullable LocalTime time,
      List<DayOfWeek> week,
      boolean off,
      boolean on,
      @Nullable TimeProblem problem) {

    /** Whether it tells nothing. */
    public boolean isEmpty() {
      return time == null && week.isEmpty() && !off && !on && problem == null;
    }
  }

  /**
   * A wish.
   *
   * @param words as typed
   * @param usual a time of day not long before the one that is likely: 7 o'clock is in the morning
   *     for a brief, in the evening for a check-in
   */
  public Wish wish(String words, LocalTime usual) {
    Typed typed = Typed.of(words, script);
    String plain = typed.plain().strip();
    ZonedDateTime then = MONDAY.atTime(usual).atZone(ZoneOffset.UTC);
    TimeReading reading = times.read(typed, then, Facing.AHEAD);
    Set<DayOfWeek> week = new TreeSet<>();
    LocalTime time = null;
    for (When when : reading.times()) {
      if (when.named()) {
        when.from()
            .datesUntil(when.to().plusDays(1))
            .limit(7)
            .forEach(d -> week.add(d.getDayOfWeek()));
      }
      LocalTime told = when.time() == null ? when.end() : when.time();
      time = time == null ? told : time;
    }
    if (is("daily", plain)) {
      week.addAll(List.of(DayOfWeek.values()));
    } else if (is("weekdays", plain)) {
      week.addAll(WEEKDAYS);
    }
    boolean off = lexicon.pattern("rhythm.off").matcher(plain).matches();
    boolean on = lexicon.pattern("rhythm.on").matcher(plain).matches();
    time = usual.isBefore(LocalTime.NOON) ? asTyped(plain).orElse(time) : time;
    @Nullable TimeProblem problem = reading.problem().orElse(null);
    return new Wish(time, List.copyOf(week), off, on, problem);
  }

  /**
   * What the words tell beside times and days, such as a time zone, as typed; empty for nothing.
   *
   * @param words as typed
   */
  public String beside(String words) {
    Typed typed = Typed.of(words, script);
    StringBuilder rest = new StringBuilder(typed.plain());
    ZonedDateTime then = MONDAY.atStartOfDay(ZoneOffset.UTC);
    times.read(typed, then, Facing.AHEAD).spans().forEach(s -> blank(rest, s.from(), s.to()));
    for (String known : List.of("daily", "weekdays", "filler")) {
      lexicon
          .pattern("rhythm." + known)
          .matcher(rest.toString())
          .results()
          .forEach(hit -> blank(rest, hit.start(), hit.end()));
    }
    String left = rest.toString();
    int from = left.length() - left.stripLeading().length();
    int to = left.stripTrailing().length();
    return from >= to ? "" : typed.words(from, to);
  }

  private static void blank(StringBuilder text, int from, int to) {
    text.replace(from, to, " ".repeat(to - from));
  }

  /** A time as on a clock of 24 hours. */
  private static Optional<LocalTime> asTyped(String plain) {
    return CLOCK
        .matcher(plain)
        .results()
        .map(hit -> LocalTime.of(Integer.parseInt(hit.group(1)), Integer.parseInt(hit.group(2))))
        .findFirst();
  }

  /** Hours from one time to another, perhaps over midnight. */
  public record Span(LocalTime from, LocalTime to) {}

  /** A span of hours: the first two times that the words tell; empty when they tell fewer. */
  public Optional<Span> span(String words) {
    List<LocalTime> told =
        lexicon
            .pattern("rhythm.to")
            .splitAsStream(Typed.of(words, script).plain())
            .flatMap(part -> Stream.ofNullable(wish(part, LocalTime.MIDNIGHT).time()))
            .toList();
    return told.size() == 2 ? Optional.of(new Span(told.get(0), told.get(1))) : Optional.empty();
  }

  private boolean is(String name, String plain) {
    return lexicon.pattern("rhythm." + name).matcher(plain).find();
  }

  /** The zone that the words name: by its id, its city or an offset; empty when there is none. */
  public Optional<ZoneId> zone(String words) {
    String plain = Typed.of(words, script).plain().strip();
    Optional<String> named =
        NAMED.stream().filter(id -> lexicon.pattern(key(id)).matcher(plain).matches()).findFirst();
    if (named.isPresent()) {
      return named.map(ZoneId::of);
    }
    String id = plain.replace(' ', '_');
    List<String> fits =
        ZoneId.getAvailableZoneIds().stream()
            .filter(one -> one.contains("/"))
            .filter(one -> fits(one.toLowerCase(Locale.ROOT), id))
            .sorted()
            .toList();
    return fits.isEmpty() ? offset(plain) : Optional.of(ZoneId.of(fits.get(0)));
  }

  private static boolean fits(String zone, String words) {
    return zone.equals(words) || zone.endsWith("/" + words);
  }

  private static Optional<ZoneId> offset(String plain) {
    return Stream.of(plain.toUpperCase(Locale.ROOT))
        .filter(words -> words.matches("(?:UTC|GMT)[+-]\\d{1,2}(?::\\d{2})?"))
        .flatMap(
            words -> {
              try {
                return Stream.of(ZoneId.of(words));
              } catch (DateTimeException e) {
                return Stream.empty();
              }
            })
        .findFirst();
  }

  private static String key(String zone) {
    return "rhythm.zone." + zone.toLowerCase(Locale.ROOT).replace('/', '-');
  }
}
