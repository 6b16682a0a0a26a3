package dev.zhaoshang.understanding.objection;

import dev.zhaoshang.content.Content;
import java.util.List;

/** Learns the objections of each version of the content. */
public final class ObjectionLearner {

  private ObjectionLearner() {}

  /** Ready to learn. */
  public static ObjectionLearner load() {
    return new ObjectionLearner();
  }

  /** A scorer for this version of the content. */
  public TrainedScorer learn(Content content) {
    return TrainedScorer.train(List.copyOf(content.objections().keySet()), Example.of(content));
  }
}
