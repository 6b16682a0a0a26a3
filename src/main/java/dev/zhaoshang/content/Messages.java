package dev.zhaoshang.content;

import dev.zhaoshang.domain.Language;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What operators and editors of the content read, from {@code messages_*.properties}. */
public final class Messages {

  private final List<Language> languages;

  /**
   * Messages in some languages, one below the other.
   *
   * @param languages at least one
   */
  public Messages(List<Language> languages) {
    this.languages = List.copyOf(languages);
  }

  /** A message in each language, a line each. */
  public String text(String key, Object... details) {
    return languages.stream()
        .map(language -> in(language, key, details))
        .collect(Collectors.joining("\n"));
  }

  /** A problem: {@code file:line:column code}, then a line in each language. */
  public String text(Problem problem) {
    return problem.place()
        + " "
        + problem.rule().code()
        + languages.stream()
            .map(language -> "\n  " + in(language, problem))
            .collect(Collectors.joining());
  }

  private static String in(Language language, Problem problem) {
    String key = "lint." + problem.rule().code();
    Object[] details = problem.details().toArray();
    String severity = problem.blocks() ? "lint.error" : "lint.warning";
    return in(
        language,
        "lint.line",
        in(language, severity),
        in(language, key, details),
        guess(language, problem.guess()),
        in(language, key + ".fix", details));
  }

  private static String guess(Language language, @Nullable String guess) {
    return guess == null ? "" : in(language, "lint.guess", guess);
  }

  private static String in(Language language, String key, Object... details) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            "messages",
            language == Language.ZH ? Locale.CHINESE : Locale.ENGLISH,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    return new MessageFormat(bundle.getString(key), Locale.ROOT).format(details);
  }
}
