package dev.zhaoshang.understanding.objection;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What was learnt of the packaged examples when the jar was built, which takes seconds off each
 * start. It counts only for the very examples and the very code that it was learnt with; an edit of
 * either is learnt anew.
 */
final class Keepsake {

  /** In the jar; absent where classes run without one. */
  private static final String RESOURCE = "/learnt/objections.bin";

  /** What decides what is learnt of the same examples. */
  private static final List<Class<?>> LEARNERS =
      List.of(
          Normalizer.class,
          Terms.class,
          Syllables.class,
          TermSpace.class,
          Features.class,
          LinearModel.class,
          Learnt.class);

  private Keepsake() {}

  /** What was learnt of these lessons, if the jar has it. */
  static Optional<Learnt> of(Lessons lessons) {
    try (InputStream kept = Keepsake.class.getResourceAsStream(RESOURCE)) {
      return kept == null ? Optional.empty() : read(kept, lessons);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + RESOURCE, e);
    }
  }

  /** What was kept, if it was learnt of these lessons. */
  static Optional<Learnt> read(InputStream kept, Lessons lessons) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(kept));
    return in.readUTF().equals(fingerprint(lessons))
        ? Optional.of(Learnt.read(in))
        : Optional.empty();
  }

  /** Whether what was learnt of these lessons is kept under a folder of the class path already. */
  static boolean isIn(Path classes, Lessons lessons) throws IOException {
    Path file = classes.resolve(RESOURCE.substring(1));
    if (!Files.exists(file)) {
      return false;
    }
    try (InputStream kept = Files.newInputStream(file)) {
      return new DataInputStream(kept).readUTF().equals(fingerprint(lessons));
    }
  }

  /**
   * Keeps it under a folder of the class path.
   *
   * @return the file
   */
  static Path write(Path classes, Lessons lessons, Learnt learnt) throws IOException {
    Path file = classes.resolve(RESOURCE.substring(1));
    Files.createDirectories(file.getParent());
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      out.writeUTF(fingerprint(lessons));
      learnt.write(out);
    }
    return file;
  }

  private static String fingerprint(Lessons lessons) throws IOException {
    MessageDigest digest = sha256();
    for (Class<?> learner : LEARNERS) {
      try (InputStream code = learner.getResourceAsStream(learner.getSimpleName() + ".class")) {
        digest.update(code == null ? new byte[0] : code.readAllBytes());
      }
    }
    digest.update(lessons.toString().getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
