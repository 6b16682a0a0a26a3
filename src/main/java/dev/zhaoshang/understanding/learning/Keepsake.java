package dev.zhaoshang.understanding.learning;

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
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was learnt of the packaged examples when the jar was built, which takes seconds off each
 * start. It counts only for the very lessons and the very code that it was learnt with; an edit of
 * either is learnt anew.
 *
 * @param <T> what is learnt
 */
public final class Keepsake<T extends Keepsake.Kept> {

  /** The code of this package, which decides what is learnt of the same lessons. */
  private static final List<Class<?>> OURS =
      List.of(
          Features.class,
          Keepsake.class,
          LinearModel.class,
          Normalizer.class,
          Syllables.class,
          TermKind.class,
          TermSpace.class,
          Tokens.class,
          Vocabulary.class);

  private final String file;
  private final List<Class<?>> learners;
  private final Reader<T> reader;

  /** What can be kept. */
  public interface Kept {

    /** Writes what its reader reads. */
    void write(DataOutputStream out) throws IOException;
  }

  /** Reads what was kept. */
  @FunctionalInterface
  public interface Reader<T> {

    /** What {@link Kept#write} wrote. */
    T read(DataInputStream in) throws IOException;
  }

  /**
   * A kind of keepsakes.
   *
   * @param name of its file, without ending
   * @param learner the class beside those of this package whose code decides what is learnt
   */
  public Keepsake(String name, Class<?> learner, Reader<T> reader) {
    this.file = "learnt/" + name + ".bin";
    this.learners = code(learner);
    this.reader = reader;
  }

  /** What decides: the classes of this package and the learner, with all that stand in them. */
  static List<Class<?>> code(Class<?> learner) {
    return Stream.concat(OURS.stream(), Stream.of(learner))
        .flatMap(one -> Stream.of(one.getNestMembers()))
        .sorted(Comparator.comparing(Class::getName))
        .toList();
  }

  /**
   * What was learnt of these lessons, if the jar has it.
   *
   * @param lessons whose {@code toString} tells all of them
   */
  public Optional<T> of(Object lessons) {
    try (InputStream kept = Keepsake.class.getResourceAsStream("/" + file)) {
      return kept == null ? Optional.empty() : read(kept, lessons);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  /** What was kept, if it was learnt of these lessons. */
  public Optional<T> read(InputStream kept, Object lessons) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(kept));
    return in.readUTF().equals(fingerprint(lessons))
        ? Optional.of(reader.read(in))
        : Optional.empty();
  }

  /** Whether what was learnt of these lessons is kept under a folder of the class path already. */
  public boolean isIn(Path classes, Object lessons) throws IOException {
    Path path = classes.resolve(file);
    if (!Files.exists(path)) {
      return false;
    }
    try (InputStream kept = Files.newInputStream(path)) {
      return new DataInputStream(kept).readUTF().equals(fingerprint(lessons));
    }
  }

  /**
   * Keeps it under a folder of the class path: all of it, or what was there before.
   *
   * @return the file
   */
  public Path write(Path classes, Object lessons, T learnt) throws IOException {
    Path path = classes.resolve(file);
    Path part = classes.resolve(file + ".part");
    Files.createDirectories(part.getParent());
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
      out.writeUTF(fingerprint(lessons));
      learnt.write(out);
    }
    return Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
  }

  private String fingerprint(Object lessons) throws IOException {
    MessageDigest digest = sha256();
    for (Class<?> learner : learners) {
      String name = "/" + learner.getName().replace('.', '/') + ".class";
      try (InputStream code = Keepsake.class.getResourceAsStream(name)) {
        digest.update(Objects.requireNonNull(code, name).readAllBytes());
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
