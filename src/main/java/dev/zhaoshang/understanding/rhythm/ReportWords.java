package dev.zhaoshang.understanding.rhythm;

import dev.zhaoshang.understanding.text.HanlpScript;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Numbers;
import dev.zhaoshang.understanding.text.Script;
import dev.zhaoshang.understanding.text.Span;
import dev.zhaoshang.understanding.text.Typed;
import dev.zhaoshang.understanding.time.Facing;
import dev.zhaoshang.understanding.time.TimeReader;
import dev.zhaoshang.understanding.time.TimeReading;
import dev.zhaoshang.understanding.time.When;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a rep says of the report of a day: later, of which day, another value. Immutable. */
public final class ReportWords {

  private static final Pattern ENDS = Pattern.compile("[\\s.!,~\\u3002]+$");

  private final Pattern around;
  private final Pattern later;
  private final Pattern missed;
  private final Pattern edit;
  private final Pattern count;
  private final Numbers numbers;
  private final TimeReader times;
  private final Script script;

  /** Takes its words from the lexicon. */
  public ReportWords(Lexicon lexicon, Script script) {
    around = lexicon.pattern("rhythm.again");
    later = lexicon.pattern("rhythm.later");
    missed = lexicon.pattern("rhythm.missed");
    edit = lexicon.pattern("rhythm.edit");
    count = lexicon.pattern("rhythm.edit.count");
    numbers = new Numbers(lexicon);
    times = new TimeReader(lexicon, script);
    this.script = script;
  }

  /** A reader with the packaged lexicon. */
  public static ReportWords load() {
    return new ReportWords(Lexicon.load(), new HanlpScript());
  }

  /**
   * A value told anew.
   *
   * @param what is changed, as typed
   * @param value that it is to have, as typed
   * @param changes whether it is said to be a change, and not only what is
   */
  public record Edit(String what, String value, boolean changes) {}

  /** The time to which the text puts something off; empty when it tells anything else. */
  public Optional<When> until(String text, ZonedDateTime now) {
    Typed typed = Typed.of(text, script);
    TimeReading reading = times.read(typed, now, Facing.AHEAD);
    if (reading.times().size() != 1 || reading.spans().size() != 1) {
      return Optional.empty();
    }
    Span span = reading.times().get(0).span();
    String plain = typed.plain();
    String rest = plain.substring(0, span.from()) + " " + plain.substring(span.to());
    boolean alone = around.matcher(rest).replaceAll("").isBlank();
    return alone ? reading.first() : Optional.empty();
  }

  /** Whether the text only says that it is to be later. */
  public boolean isLater(String text) {
    return later.matcher(plain(text)).matches();
  }

  /** The day whose report is to be made up for, in words. */
  public Optional<String> missed(String text) {
    Matcher matcher = missed.matcher(plain(text));
    return matcher.matches() ? first(matcher, "day", "en") : Optional.empty();
  }

  /** The value that the text tells anew. */
  public Optional<Edit> edit(String text) {
    Typed typed = Typed.of(text, script);
    Matcher matcher = edit.matcher(plain(text));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String value =
        Stream.of("value", "valueb", "valuec")
            .filter(group -> matcher.group(group) != null)
            .map(group -> typed.words(matcher.start(group), matcher.end(group)))
            .findFirst()
            .orElse("");
    boolean changes = first(matcher, "change", "changec").isPresent();
    return first(matcher, "what", "whatb", "whatc").map(what -> new Edit(what, value, changes));
  }

  /** The number that a value is, perhaps with what is counted; empty when it is none. */
  public OptionalInt count(String value) {
    Matcher matcher = count.matcher(plain(value));
    @Nullable Integer number = matcher.matches() ? numbers.value(matcher.group("n")) : null;
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  private static Optional<String> first(Matcher matcher, String... groups) {
    return Stream.of(groups).flatMap(group -> Stream.ofNullable(matcher.group(group))).findFirst();
  }

  private String plain(String text) {
    return ENDS.matcher(Typed.of(text, script).plain()).replaceAll("");
  }
}
