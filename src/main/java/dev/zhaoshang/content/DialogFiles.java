package dev.zhaoshang.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The YAML files of dialogs/ as they stand at one moment.
 *
 * @param texts by path within the folder, with slashes; bytes that are not UTF-8 become U+FFFD
 */
public record DialogFiles(SortedMap<String, String> texts) {

  private static final String PACKAGED = "classpath:/dialogs/";

  public DialogFiles {
    texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
  }

  /** Files with those texts. */
  public static DialogFiles of(Map<String, String> texts) {
    return new DialogFiles(new TreeMap<>(texts));
  }

  /**
   * The files of a folder and its sub-folders.
   *
   * @throws UncheckedIOException when the folder cannot be read
   */
  public static DialogFiles in(Path folder) {
    SortedMap<String, String> texts = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder.toRealPath())) {
      Path root = folder.toRealPath();
      for (Path file : walk.filter(DialogFiles::isContent).toList()) {
        String name = root.relativize(file).toString().replace('\\', '/');
        texts.put(name, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + folder, e);
    }
    return new DialogFiles(texts);
  }

  /** The copy that was packaged with the program. */
  public static DialogFiles packaged() {
    SortedMap<String, String> texts = new TreeMap<>();
    try {
      PathMatchingResourcePatternResolver resolver =
          new PathMatchingResourcePatternResolver(DialogFiles.class.getClassLoader());
      for (Resource resource : resolver.getResources(PACKAGED + "**/*.y*ml")) {
        String url = resource.getURL().toString();
        String name = url.substring(url.lastIndexOf("/dialogs/") + "/dialogs/".length());
        texts.put(name, resource.getContentAsString(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the packaged dialogs", e);
    }
    return new DialogFiles(texts);
  }

  /** The text of one packaged file, by its path within the folder. */
  static String packaged(String name) {
    try {
      return new DefaultResourceLoader(DialogFiles.class.getClassLoader())
          .getResource(PACKAGED + name)
          .getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the packaged dialogs", e);
    }
  }

  /**
   * The folder {@code dialogs} of the working directory where it is there, else the packaged copy.
   */
  public static DialogFiles find(Path workingDirectory) {
    Path folder = workingDirectory.resolve("dialogs");
    return Files.isDirectory(folder) ? in(folder) : packaged();
  }

  /** A hash over names and texts: equal for equal content. */
  public String version() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      texts.forEach(
          (name, text) ->
              digest.update((name + '\0' + text + '\0').getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest(), 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private static boolean isContent(Path file) {
    String name = file.getFileName().toString();
    boolean yaml = name.endsWith(".yml") || name.endsWith(".yaml");
    return yaml && !name.startsWith(".") && Files.isRegularFile(file);
  }
}
