package dev.zhaoshang.command;

import dev.zhaoshang.content.Content;
import dev.zhaoshang.understanding.TextUnderstanding;
import dev.zhaoshang.understanding.Understanding;
import dev.zhaoshang.understanding.act.ActLearner;
import dev.zhaoshang.understanding.act.ActReader;
import dev.zhaoshang.understanding.objection.ObjectionLearner;
import dev.zhaoshang.understanding.objection.Thresholds;
import dev.zhaoshang.understanding.objection.TrainedScorer;
import dev.zhaoshang.understanding.practice.AnswerJudge;
import java.util.Locale;

/**
 * What reads reps' texts, made for one content, without server, channel or database.
 *
 * @param content what it knows
 * @param understanding what the conversation uses
 * @param acts what lines do after a question, part of it
 * @param judge of answers in practice
 * @param scorer of objections, part of it; it can explain itself
 * @param thresholds from which scores objections fire or are offered
 */
public record Assistant(
    Content content,
    Understanding understanding,
    ActReader acts,
    AnswerJudge judge,
    TrainedScorer scorer,
    Thresholds thresholds) {

  /** Learns from the content; takes some seconds. */
  public static Assistant of(Content content) {
    ObjectionLearner learner = ObjectionLearner.load();
    TrainedScorer scorer = learner.learn(content);
    AnswerJudge judge =
        new AnswerJudge(content.practice(), content.compliance(), learner.vectors());
    Thresholds thresholds = Thresholds.CALIBRATED;
    ActReader acts = new ActLearner().learn(content);
    Understanding understanding = new TextUnderstanding(content, scorer, acts, thresholds.sure());
    return new Assistant(content, understanding, acts, judge, scorer, thresholds);
  }

  /**
   * By which thresholds it fires and offers, in a line: a running assistant may be set otherwise.
   */
  String sureness() {
    return String.format(
        Locale.ROOT,
        "Thresholds: sure %.2f, unsure %.2f, the calibrated defaults; those of the settings are not"
            + " read here.",
        thresholds.sure(),
        thresholds.unsure());
  }
}
