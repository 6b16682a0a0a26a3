package dev.zhaoshang.understanding.field;

import dev.zhaoshang.content.Finder;
import dev.zhaoshang.understanding.text.Clause;
import dev.zhaoshang.understanding.text.ClauseSegmenter;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Typed;

/**
 * What a text tells of somebody else, such as a rival or the rep, to set the distributor apart:
 * none of it is a value of the distributor. Immutable.
 */
final class Strangers {

  private final ClauseSegmenter segmenter;
  private final Finder other;
  private final Finder self;
  private final Finder rep;

  Strangers(Lexicon lexicon, ClauseSegmenter segmenter) {
    this.segmenter = segmenter;
    other = lexicon.finder("stranger");
    self = lexicon.finder("stranger.not");
    rep = lexicon.finder("stranger.rep");
  }

  /** The text with those clauses blanked out; itself when it has none. */
  Typed without(Typed text) {
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
