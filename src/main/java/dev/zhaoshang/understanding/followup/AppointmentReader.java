package dev.zhaoshang.understanding.followup;

import dev.zhaoshang.understanding.text.HanlpScript;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Script;
import dev.zhaoshang.understanding.text.Span;
import dev.zhaoshang.understanding.text.Typed;
import dev.zhaoshang.understanding.time.Facing;
import dev.zhaoshang.understanding.time.TimeReader;
import dev.zhaoshang.understanding.time.TimeReading;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads appointments: made, moved, cancelled. Immutable. */
public final class AppointmentReader {

  /** Longer texts tell more than an appointment. */
  private static final int LONGEST = 60;

  /** A moment before all that is told: where only the wording counts, nothing is past. */
  private static final ZonedDateTime WHENEVER = ZonedDateTime.parse("2001-01-01T00:00Z");

  private static final char TIME = '#';

  /** Stands between the appointments of a text that makes several. */
  private static final Pattern CUT = Pattern.compile("\\s*[,;\\u3001]\\s*");

  private final Pattern word;
  private final Pattern make;
  private final Pattern order;
  private final Pattern untimed;
  private final Pattern more;
  private final Pattern move;
  private final Pattern cancel;
  private final TimeReader times;
  private final Script script;

  /** Takes its words from the lexicon. */
  public AppointmentReader(Lexicon lexicon, Script script) {
    word = lexicon.pattern("appointment.word");
    make = lexicon.pattern("appointment.make");
    order = lexicon.pattern("appointment.order");
    more = lexicon.pattern("appointment.more");
    untimed = lexicon.pattern("appointment.untimed");
    move = lexicon.pattern("appointment.move");
    cancel = lexicon.pattern("appointment.cancel");
    times = new TimeReader(lexicon, script);
    this.script = script;
  }

  /** A reader with the packaged lexicon. */
  public static AppointmentReader load() {
    return new AppointmentReader(Lexicon.load(), new HanlpScript());
  }

  /** What becomes of an appointment. */
  public enum Act {
    /** It is made. */
    MAKE,
    /** It is put to another time. */
    MOVE,
    /** It is off. */
    CANCEL
  }

  /**
   * What is told.
   *
   * @param act what becomes of it
   * @param times that the text tells
   */
  public record Told(Act act, TimeReading times) {}

  /** Whether a text tells of an appointment and nothing else. */
  public boolean isTold(Typed text) {
    return told(text, WHENEVER).isPresent();
  }

  /**
   * What a text tells that says nothing else; empty for others.
   *
   * @param now what time it is, in the zone of the one who speaks
   */
  public Optional<Told> told(String words, ZonedDateTime now) {
    return told(Typed.of(words, script), now);
  }

  /** The times of words that are known to be of an appointment. */
  public TimeReading times(String words, ZonedDateTime now) {
    return times.read(Typed.of(words, script), now, Facing.AHEAD).gathered();
  }

  private Optional<Told> told(Typed text, ZonedDateTime now) {
    String plain = text.plain();
    // Few texts have such words, and only those are worth reading for times.
    if (plain.length() > LONGEST || !word.matcher(plain).find()) {
      return Optional.empty();
    }
    TimeReading reading = times.read(text, now, Facing.AHEAD).gathered();
    String rest = with(' ', plain, reading.spans());
    boolean timed = !reading.times().isEmpty() || !reading.unclear().isEmpty();
    if (cancel.matcher(rest).matches()) {
      return Optional.of(new Told(Act.CANCEL, reading));
    }
    if (timed && move.matcher(rest).matches()) {
      return Optional.of(new Told(Act.MOVE, reading));
    }
    boolean made =
        make.matcher(rest).matches() || order.matcher(with(TIME, plain, reading.spans())).matches();
    boolean told = timed ? made : untimed.matcher(rest).matches();
    return told || (timed && each(text, now).size() > 1)
        ? Optional.of(new Told(Act.MAKE, reading))
        : Optional.empty();
  }

  /**
   * The appointments of a text that makes several, each in its words: whom, and when. One for
   * others.
   *
   * @param now what time it is, in the zone of the one who speaks
   */
  public List<String> each(String words, ZonedDateTime now) {
    return each(Typed.of(words, script), now);
  }

  private List<String> each(Typed text, ZonedDateTime now) {
    List<String> parts = new ArrayList<>();
    Matcher cut = CUT.matcher(text.plain());
    int from = 0;
    while (cut.find()) {
      parts.add(text.words(from, cut.start()));
      from = cut.end();
    }
    parts.add(text.words(from, text.plain().length()));
    boolean several =
        parts.size() > 1
            && told(parts.get(0), now).filter(told -> told.act() == Act.MAKE).isPresent()
            && parts.subList(1, parts.size()).stream().allMatch(part -> isMore(part, now));
    return several ? parts : List.of(text.original());
  }

  private boolean isMore(String part, ZonedDateTime now) {
    Typed text = Typed.of(part, script);
    TimeReading reading = times.read(text, now, Facing.AHEAD).gathered();
    return reading.first().isPresent()
        && more.matcher(with(' ', text.plain(), reading.spans())).matches();
  }

  /** The text with a mark in the place of its times, and blanks as one. */
  private static String with(char mark, String plain, List<Span> spans) {
    StringBuilder kept = new StringBuilder(plain);
    for (Span span : spans) {
      for (int i = span.from(); i < span.to(); i++) {
        kept.setCharAt(i, mark);
      }
    }
    return kept.toString().replaceAll("\\s+", " ").strip();
  }
}
