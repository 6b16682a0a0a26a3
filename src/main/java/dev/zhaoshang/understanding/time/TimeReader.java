package dev.zhaoshang.understanding.time;

import dev.zhaoshang.understanding.text.HanlpScript;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Script;
import dev.zhaoshang.understanding.text.Span;
import dev.zhaoshang.understanding.text.Typed;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the words of time in a text and says what they mean now. Immutable. */
public final class TimeReader {

  private final DayWords days;
  private final LengthWords lengths;
  private final ClockWords clocks;
  private final Marks marks;
  private final Groups groups;
  private final Script script;

  /** Takes its words from the lexicon. */
  public TimeReader(Lexicon lexicon, Script script) {
    this.script = script;
    WordPatterns words = new WordPatterns(lexicon);
    days = new DayWords(words);
    lengths = new LengthWords(words);
    clocks = new ClockWords(words);
    marks = new Marks(words);
    groups = new Groups(words.of("between"));
  }

  /** A reader with the packaged lexicon. */
  public static TimeReader load() {
    return new TimeReader(Lexicon.load(), new HanlpScript());
  }

  /**
   * The times that a text tells.
   *
   * @param text as typed
   * @param now what time it is, in the zone of the one who speaks
   * @param facing whether it speaks of what is to come
   */
  public TimeReading read(String text, ZonedDateTime now, Facing facing) {
    return read(Typed.of(text, script), now, facing);
  }

  /**
   * The times that a text tells.
   *
   * @param text as typed, with the normal form to which the spans refer
   * @param now what time it is, in the zone of the one who speaks
   * @param facing whether it speaks of what is to come
   */
  public TimeReading read(Typed text, ZonedDateTime now, Facing facing) {
    String plain = text.plain();
    return new Composer(now, facing).compose(groups.of(plain, pieces(plain)));
  }

  /** Pieces in order, none overlapping another: the longer one stands, or the one found first. */
  private List<Piece> pieces(String plain) {
    List<Piece> found = new ArrayList<>();
    days.find(plain, found);
    lengths.find(plain, found);
    clocks.find(plain, found);
    marks.find(plain, found);
    found.sort(Comparator.comparingInt(piece -> -piece.span().length()));
    List<Piece> kept = new ArrayList<>();
    for (Piece piece : found) {
      Span span = piece.span();
      if (kept.stream().noneMatch(other -> other.span().overlaps(span))) {
        kept.add(piece);
      }
    }
    kept.sort(Comparator.comparingInt(piece -> piece.span().from()));
    return kept;
  }
}
