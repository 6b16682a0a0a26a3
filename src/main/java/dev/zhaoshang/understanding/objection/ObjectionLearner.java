package dev.zhaoshang.understanding.objection;

import dev.zhaoshang.content.Content;
import java.util.List;

/** Learns the objections of each version of the content. Made once: it holds the encoders. */
public final class ObjectionLearner {

  private final Encoder encoder;

  ObjectionLearner(Encoder encoder) {
    this.encoder = encoder;
  }

  /** With the encoders of the class path; takes about a second. */
  public static ObjectionLearner load() {
    Encoder encoder = new ScriptEncoder(new OnnxEncoder("zh"), new OnnxEncoder("en"));

    return new ObjectionLearner(encoder);
  }

  /** A scorer for this version of the content. */
  public TrainedScorer learn(Content content) {
    return TrainedScorer.train(
        encoder, List.copyOf(content.objections().keySet()), Example.of(content));
  }
}
