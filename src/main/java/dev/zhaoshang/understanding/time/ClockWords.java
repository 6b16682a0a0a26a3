package dev.zhaoshang.understanding.time;

import dev.zhaoshang.understanding.text.Span;
import dev.zhaoshang.understanding.time.Piece.Clock;
import dev.zhaoshang.understanding.time.Piece.Clock.Form;
import dev.zhaoshang.understanding.time.Piece.Half;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words for times of day and parts of the day. */
final class ClockWords {

  private static final Pattern TO = Pattern.compile("to");

  private final WordPatterns words;

  ClockWords(WordPatterns words) {
    this.words = words;
  }

  void find(String plain, List<Piece> into) {
    for (DayPart part : DayPart.values()) {
      Matcher matcher = words.of("part.of." + part.name().toLowerCase(Locale.ROOT)).matcher(plain);
      while (matcher.find()) {
        into.add(new Piece.Part(WordPatterns.span(matcher), part));
      }
    }
    chinese(plain, into);
    digits("clock.colon", plain, into);
    digits("clock.en", plain, into);
    bare("clock.at", Form.SPOKEN, plain, into);
    bare("clock.bare", Form.SPOKEN, plain, into);
    spoken(plain, into);
  }

  private void chinese(String plain, List<Piece> into) {
    Matcher matcher = words.of("clock.zh").matcher(plain);
    while (matcher.find()) {
      int minute =
          matcher.group("half") != null
              ? 30
              : matcher.group("q") != null
                  ? 15 * words.number(matcher.group("q"))
                  : Math.max(0, words.number(matcher.group("mi")));
      // The words for one o'clock are also those for "a little".
      boolean little =
          words.of("clock.one").matcher(plain).region(matcher.start(), plain.length()).lookingAt();
      Form form = little ? Form.DOUBTFUL : Form.SPOKEN;
      add(matcher, words.number(matcher.group("h")), minute, null, form, into);
    }
  }

  private void digits(String name, String plain, List<Piece> into) {
    Matcher matcher = words.of(name).matcher(plain);
    while (matcher.find()) {
      String hour = matcher.group("h");
      @Nullable String half = matcher.group("ap");
      Form form = half != null || hour.startsWith("0") ? Form.FULL : Form.SPOKEN;
      int minute = Math.max(0, words.number(matcher.group("mi")));
      add(matcher, words.number(hour), minute, half(half), form, into);
    }
  }

  private @Nullable Half half(@Nullable String words) {
    if (words == null) {
      return null;
    }
    return this.words.is("pm", words) ? Half.PM : Half.AM;
  }

  private void bare(String name, Form form, String plain, List<Piece> into) {
    Matcher matcher = words.of(name).matcher(plain);
    while (matcher.find()) {
      boolean two = name.endsWith("at");
      @Nullable String hour = two ? WordPatterns.any(matcher, "h", "hh") : matcher.group("h");
      add(matcher, words.number(hour), 0, null, form, into);
    }
  }

  private void spoken(String plain, List<Piece> into) {
    Matcher matcher = words.of("clock.spoken").matcher(plain);
    while (matcher.find()) {
      int hour = words.number(matcher.group("h"));
      int minute = matcher.group("q").equals("half") ? 30 : 15;
      boolean before = TO.matcher(Objects.requireNonNull(matcher.group("dir"))).matches();
      add(
          matcher,
          before ? hour - 1 : hour,
          before ? 60 - minute : minute,
          null,
          Form.SPOKEN,
          into);
    }
  }

  private static void add(
      Matcher matcher, int hour, int minute, @Nullable Half half, Form form, List<Piece> into) {
    Span span = WordPatterns.span(matcher);
    into.add(new Clock(span, hour, minute, half, form));
  }
}
