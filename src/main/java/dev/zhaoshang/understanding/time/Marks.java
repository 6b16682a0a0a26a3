package dev.zhaoshang.understanding.time;

import dev.zhaoshang.understanding.text.Span;
import java.util.List;
import java.util.regex.Matcher;

/** Words that make a time the latest one, or join two to a range. */
final class Marks {

  private final WordPatterns words;

  Marks(WordPatterns words) {
    this.words = words;
  }

  void find(String plain, List<Piece> into) {
    by("by.after", false, plain, into);
    by("by.before", true, plain, into);
    Matcher to = words.of("to").matcher(plain);
    while (to.find()) {
      into.add(new Piece.To(WordPatterns.span(to)));
    }
    Matcher vague = words.of("vague").matcher(plain);
    while (vague.find()) {
      into.add(new Piece.Vague(WordPatterns.span(vague)));
    }
  }

  private void by(String name, boolean leads, String plain, List<Piece> into) {
    Matcher matcher = words.of(name).matcher(plain);
    while (matcher.find()) {
      boolean strict = words.is("before.word", matcher.group().strip());
      Span span = WordPatterns.span(matcher);
      into.add(new Piece.By(span, strict, leads));
    }
  }
}
