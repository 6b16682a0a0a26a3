package dev.zhaoshang.understanding.objection;

import dev.zhaoshang.content.Content;
import dev.zhaoshang.understanding.learning.Normalizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** Learns the objections of each version of the content. Made once: it holds the encoders. */
public final class ObjectionLearner {

  private final Encoder encoder;
  private final SentenceVectors vectors;

  ObjectionLearner(Encoder encoder, SentenceVectors vectors) {
    this.encoder = encoder;
    this.vectors = vectors;
  }

  /** With the encoders of the class path; takes about half a second. */
  public static ObjectionLearner load() {
    CompletableFuture<OnnxEncoder> other =
        CompletableFuture.supplyAsync(() -> new OnnxEncoder("en"));
    OnnxEncoder chinese = new OnnxEncoder("zh");
    OnnxEncoder english = other.join();
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

  /**
   * Learns this version of the content beforehand, and keeps it under a folder of the class path,
   * unless it is there already.
   *
   * @throws IOException when it cannot be written
   */
  public static void keep(Content content, Path classes) throws IOException {
    Lessons lessons = Lessons.of(content);
    if (!Learnt.KEPT.isIn(classes, lessons)) {
      Learnt.KEPT.write(classes, lessons, Learnt.of(lessons, lessons.normalized()));
    }
  }

  /** A scorer for this version of the content. */
  public TrainedScorer learn(Content content) {
    return TrainedScorer.train(encoder, Lessons.of(content));
  }
}
