package dev.zhaoshang.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** What of a company's name tells it from others. */
final class CompanyName {

  private static final String ENDINGS_FILE = "company-endings.txt";

  /** Longest first, so that the whole of an ending goes. */
  private static final List<String> ENDINGS = endings();

  private CompanyName() {}

  /** The name as {@link Distributors#companyKey} says; never empty unless the name is. */
  static String core(String name) {
    String core = plain(name);
    Optional<String> ending = endingOf(core);
    while (ending.isPresent() && !ending.get().equals(core)) {
      core = core.substring(0, core.length() - ending.get().length());
      ending = endingOf(core);
    }
    return core;
  }

  private static Optional<String> endingOf(String name) {
    return ENDINGS.stream().filter(ending -> name.endsWith(ending)).findFirst();
  }

  /** NFKC folds full width to half width. */
  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static List<String> endings() {
    try (InputStream in =
        Objects.requireNonNull(CompanyName.class.getResourceAsStream(ENDINGS_FILE), ENDINGS_FILE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(CompanyName::plain)
          .sorted(Comparator.comparingInt(String::length).reversed())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
