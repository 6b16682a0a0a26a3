package dev.zhaoshang.understanding.objection;

import dev.zhaoshang.content.Content;
import dev.zhaoshang.understanding.learning.Normalizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/** Learns the objections of each version of the content. Made once: it holds the encoders. */
public final class ObjectionLearner {

  private final Encoder encoder;
  private final SentenceVectors vectors;

  ObjectionLearner(Encoder encoder, SentenceVectors vectors) {
    this.encoder = encoder;
    this.vectors = vectors;
  }

  /** With the encoders of the class path; takes up to a second. */
  public static ObjectionLearner load() {
    FutureTask<OnnxEncoder> loading = new FutureTask<>(() -> new OnnxEncoder("en"));
    // a thread of its own: one of the common pool does not see the libraries within a jar
    new Thread(loading, "encoder").start();
    OnnxEncoder chinese = new OnnxEncoder("zh");
    OnnxEncoder english = loaded(loading);
    return new ObjectionLearner(
        new ScriptEncoder(chinese, english),
        text -> {
          String normalized = Normalizer.normalize(text);
          return (ScriptEncoder.isChinese(normalized) ? chinese : english).vector(normalized);
        });
  }

  private static OnnxEncoder loaded(Future<OnnxEncoder> encoder) {
    try {
      return encoder.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("Cannot load the encoder for en", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while encoders are loaded", e);
    }
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
