package dev.zhaoshang.understanding.text;

import dev.zhaoshang.content.Finder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The language data of the packaged folder {@code lexicon}: named patterns and word lists. Patterns
 * match the normal form of {@link Typed}. Immutable.
 */
public final class Lexicon {

  private static final Pattern REFERENCE = Pattern.compile("%([a-zA-Z.]+)%");

  private static final List<String> FILES =
      List.of(
          "words",
          "contact",
          "business",
          "products",
          "intents",
          "skips",
          "visits",
          "times",
          "reports",
          "profit",
          "followups",
          "trips",
          "rhythm",
          "remarks",
          "targets");

  private final Map<String, Pattern> patterns;

  private Lexicon(Map<String, Pattern> patterns) {
    this.patterns = Map.copyOf(patterns);
  }

  /** Read when it is first asked for; it does not change while the program runs. */
  private static final class Packaged {
    static final Lexicon LEXICON = read();
  }

  /**
   * The packaged lexicon.
   *
   * @throws ExceptionInInitializerError when a pattern is broken or refers to one that is not above
   *     it
   */
  public static Lexicon load() {
    return Packaged.LEXICON;
  }

  private static Lexicon read() {
    Map<String, String> sources = new LinkedHashMap<>();
    Map<String, Pattern> patterns = new LinkedHashMap<>();
    for (String file : FILES) {
      for (String line : lines("/lexicon/" + file + ".txt")) {
        int at = line.indexOf(" = ");
        if (at < 0) {
          throw new IllegalStateException("lexicon/" + file + ".txt: no ' = ' in: " + line);
        }
        String name = line.substring(0, at).strip();
        String source = resolved(line.substring(at + 3).strip(), sources);
        sources.merge(name, source, (one, two) -> one + "|" + two);
      }
    }
    // On a phone "don't" is typed "dont".
    sources.forEach(
        (name, source) -> patterns.put(name, Pattern.compile(source.replace("n't", "n'?t"))));
    return new Lexicon(patterns);
  }

  private static String resolved(String source, Map<String, String> known) {
    Matcher matcher = REFERENCE.matcher(source);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      String inner = known.get(matcher.group(1));
      if (inner == null) {
        throw new IllegalStateException(
            "lexicon: no pattern " + matcher.group() + " above " + source);
      }
      matcher.appendReplacement(out, Matcher.quoteReplacement("(?:" + inner + ")"));
    }
    return matcher.appendTail(out).toString();
  }

  /**
   * The pattern of that name.
   *
   * @throws IllegalStateException when the lexicon has none
   */
  public Pattern pattern(String name) {
    @Nullable Pattern pattern = patterns.get(name);
    if (pattern == null) {
      throw new IllegalStateException("lexicon: no pattern " + name);
    }
    return pattern;
  }

  /**
   * Tells whether the pattern of that name occurs in a text.
   *
   * @throws IllegalStateException when the lexicon has none
   */
  public Finder finder(String name) {
    return new Finder(pattern(name));
  }

  /** The pattern of that name, if the lexicon has one. */
  public Optional<Pattern> find(String name) {
    return Optional.ofNullable(patterns.get(name));
  }

  /** The words of a list such as {@code surnames}. */
  public static Set<String> words(String list) {
    return lines("/lexicon/" + list + ".txt").stream()
        .flatMap(line -> List.of(line.split("\\s+")).stream())
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The lines of a packaged file that are neither blank nor comments. */
  static List<String> lines(String path) {
    try (InputStream in = Lexicon.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("The jar lacks " + path);
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
