package dev.zhaoshang.understanding.followup;

import dev.zhaoshang.content.Finder;
import dev.zhaoshang.understanding.text.HanlpScript;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Numbers;
import dev.zhaoshang.understanding.text.Script;
import dev.zhaoshang.understanding.text.Typed;
import dev.zhaoshang.understanding.time.Facing;
import dev.zhaoshang.understanding.time.TimeReader;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what is to become of things to do: moved, handed over, done, dropped. Immutable. */
public final class FollowUpOrders {

  private static final ZonedDateTime WHENEVER = ZonedDateTime.parse("2001-01-01T00:00Z");
  private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private static final Pattern SHARED = Pattern.compile("(?=(\\p{IsHan}{2}|\\b[a-z]{4,}\\b))");

  private final Finder move;
  private final Finder against;
  private final Finder third;
  private final Pattern hand;
  private final Pattern number;
  private final Pattern reason;
  private final Finder finished;
  private final Pattern finishedWords;
  private final Pattern dropped;
  private final Numbers numbers;
  private final TimeReader times;
  private final Script script;

  /** Takes its words from the lexicon. */
  public FollowUpOrders(Lexicon lexicon, Script script) {
    move = lexicon.finder("followup.move");
    against = lexicon.finder("followup.against");
    third = lexicon.finder("followup.third");
    hand = lexicon.pattern("followup.hand");
    number = lexicon.pattern("followup.number");
    reason = lexicon.pattern("followup.reason");
    finished = lexicon.finder("followup.finished");
    finishedWords = lexicon.pattern("followup.finished.words");
    dropped = lexicon.pattern("followup.dropped");
    numbers = new Numbers(lexicon);
    times = new TimeReader(lexicon, script);
    this.script = script;
  }

  /** A reader with the packaged lexicon. */
  public static FollowUpOrders load() {
    return new FollowUpOrders(Lexicon.load(), new HanlpScript());
  }

  /**
   * To whom something is handed over.
   *
   * @param number of it in the list, from 1
   * @param who the colleague, as typed
   */
  public record HandOver(int number, String who) {}

  /** Whether the text moves something to another time. */
  public boolean moves(Typed text) {
    if (!move.in(text.plain())) {
      return false;
    }
    // Why it is moved may tell of others.
    String plain = reason.matcher(text.plain()).replaceFirst("");
    Matcher matcher = move.pattern().matcher(plain);
    return matcher.find()
        && !against.in(plain)
        && !third.in(plain)
        && times.read(text, WHENEVER, Facing.AHEAD).spans().stream()
            .anyMatch(span -> span.to() > matcher.start());
  }

  /** The colleague to whom a numbered thing is handed over. */
  public Optional<HandOver> handsOver(String text) {
    Typed typed = Typed.of(text, script);
    Matcher matcher = hand.matcher(typed.plain().strip());
    if (!matcher.find()) {
      return Optional.empty();
    }
    boolean chinese = matcher.group("n") != null;
    Integer value = numbers.value(matcher.group(chinese ? "n" : "m"));
    int shift = typed.plain().indexOf(typed.plain().strip());
    String group = chinese ? "who" : "whom";
    String who = typed.words(matcher.start(group) + shift, matcher.end(group) + shift);
    return value == null ? Optional.empty() : Optional.of(new HandOver(value, who));
  }

  /** The number of a thing in the list that the text names; 0 for none. */
  public int numbered(String text) {
    Matcher matcher = number.matcher(Typed.of(text, script).plain());
    if (!matcher.find()) {
      return 0;
    }
    Integer value = numbers.value(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
    return value == null ? 0 : value;
  }

  /** A number alone; 0 when the words are none. */
  public int number(String words) {
    Integer value = numbers.value(Typed.of(words, script).plain().strip());
    return value == null ? 0 : value;
  }

  /** Whether both have two Han characters in a row, or a long word, in common. */
  public boolean shares(String text, String what) {
    String whole = Typed.of(text, script).plain();
    return SHARED
        .matcher(Typed.of(what, script).plain())
        .results()
        .map(hit -> hit.group(1))
        .anyMatch(whole::contains);
  }

  /** Why, in the rep's words; empty when it is not said. */
  public String reason(String text) {
    Typed typed = Typed.of(text, script);
    Matcher matcher = reason.matcher(typed.plain());
    if (!matcher.find()) {
      return "";
    }
    String group = matcher.group("r") == null ? "re" : "r";
    return typed.words(matcher.start(group), matcher.end(group));
  }

  /** What the text says is done, without the words that say so; null when it says no such thing. */
  public @Nullable String finished(String text) {
    String plain = Typed.of(text, script).plain();
    return finished.in(plain) ? finishedWords.matcher(plain).replaceAll(" ") : null;
  }

  /** What the text says is no longer to be done; null when it says no such thing. */
  public @Nullable String dropped(String text) {
    String plain = Typed.of(text, script).plain();
    Matcher matcher = dropped.matcher(plain);
    if (!matcher.find()) {
      return null;
    }
    String rest = matcher.replaceAll(" ");
    String bare = finishedWords.matcher(rest).replaceAll(" ");
    // of "Mr Sun's is off" the name is all that is left
    return bare.isBlank() ? rest : bare;
  }

  /** Whether all that those words say is said of the thing to do as well. */
  public boolean isAbout(String words, String what) {
    String whole = Typed.of(what, script).plain().toLowerCase(Locale.ROOT);
    boolean any = false;
    for (String word : WORDS.split(words, -1)) {
      if (word.isBlank()) {
        continue;
      }
      any = true;
      boolean han = Character.isIdeographic(word.codePointAt(0));
      boolean said =
          han ? word.codePoints().allMatch(c -> whole.indexOf(c) >= 0) : whole.contains(word);
      if (!said) {
        return false;
      }
    }
    return any;
  }
}
