package dev.zhaoshang.understanding.objection;

import dev.zhaoshang.content.Content;
import java.util.List;

/** Learns the objections of each version of the content. Made once: it holds the encoders. */
public final class ObjectionLearner {

  private final Encoder encoder;
  private final SentenceVectors vectors;

  ObjectionLearner(Encoder encoder, SentenceVectors vectors) {
    this.encoder = encoder;
    this.vectors = vectors;
  }

  /** With the encoders of the class path; takes about a second. */
  public static ObjectionLearner load() {
    OnnxEncoder chinese = new OnnxEncoder("zh");
    OnnxEncoder english = new OnnxEncoder("en");
    return new ObjectionLearner(
        new ScriptEncoder(chinese, english),
        text -> {
          String normalized = Normalizer.normalize(text);
          return (ScriptEncoder.isChinese(normalized) ? chinese : english).vector(normalized);
        });
  }

  /** The meaning of texts by the same encoders. */
  public SentenceVectors vectors() {
    return vectors;
  }

  /** A scorer for this version of the content. */
  public TrainedScorer learn(Content content) {
    return TrainedScorer.train(
        encoder, List.copyOf(content.objections().keySet()), Example.of(content));
  }
}
