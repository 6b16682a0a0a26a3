package dev.zhaoshang.understanding.field;

import dev.zhaoshang.content.Finder;
import dev.zhaoshang.understanding.text.Clause;
import dev.zhaoshang.understanding.text.ClauseSegmenter;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Typed;
import java.util.regex.Matcher;

/**
 * What a text tells of somebody else, such as a rival or the rep, to set the distributor apart, and
 * of the past, to set the present apart: none of it is a value of the distributor. Immutable.
 */
final class Strangers {

  private final ClauseSegmenter segmenter;
  private final Finder other;
  private final Finder self;
  private final Finder rep;
  private final Finder old;

  Strangers(Lexicon lexicon, ClauseSegmenter segmenter) {
    this.segmenter = segmenter;
    other = lexicon.finder("stranger");
    self = lexicon.finder("stranger.not");
    rep = lexicon.finder("stranger.rep");
    old = lexicon.finder("count.old");
  }

  /** The text with those clauses and numbers blanked out; itself when it has none. */
  Typed without(Typed text) {
    return withoutOthers(withoutPast(text));
  }

  private Typed withoutPast(Typed text) {
    if (!old.in(text.plain())) {
      return text;
    }
    Typed rest = text;
    Matcher counts = old.pattern().matcher(text.plain());
    while (counts.find()) {
      String group = counts.start("old") < 0 ? "was" : "old";
      rest = rest.without(counts.start(group), counts.end(group));
    }
    return rest;
  }

  private Typed withoutOthers(Typed text) {
    boolean told = other.in(text.plain()) && self.in(text.plain());
    if (!told && !rep.in(text.plain())) {
      return text;
    }
    Typed rest = text;
    for (Clause clause : segmenter.clauses(text.plain())) {
      boolean stranger = told && other.in(clause.plain()) && !self.in(clause.plain());
      if (stranger || rep.in(clause.plain())) {
        rest = rest.without(clause.span().from(), clause.span().to());
      }
    }
    return rest;
  }
}
