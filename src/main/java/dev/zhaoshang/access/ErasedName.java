package dev.zhaoshang.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the name of somebody who is erased is found in what was said, and the names of others are
 * not. Latin letters and digits are matched between borders only. Two Han characters are matched
 * where no third one follows but such as stand after a name: others have longer names that begin
 * so. A form of address with a surname, and what is very short, is nobody's name alone and is not
 * looked for.
 */
final class ErasedName {

  private static final int LEAST_HAN = 2;
  private static final int LEAST_OTHER = 4;

  /** A name of so many Han characters may be the beginning of another one. */
  private static final int SHORT = 2;

  private static final String LETTER = "[\\p{L}\\p{N}&&[^\\p{IsHan}]]";

  /** A surname, or one that is called old, young or big, has so many characters at most. */
  private static final Pattern ADDRESS =
      Pattern.compile("\\p{IsHan}{1,2}(?:" + anyOf("/lexicon/erasure-titles.txt") + ")");

  /** Of up to four Han characters. */
  private static final Pattern NAME =
      Pattern.compile("(?=\\p{IsHan}{2,4}$)(?:" + anyOf("/lexicon/surnames.txt") + ").+");

  private static final String ENDS =
      "(?!\\p{IsHan})|(?=" + anyOf("/lexicon/erasure-follows.txt") + ")";

  private ErasedName() {}

  /** The pattern of a name; empty when it is not to be looked for. */
  static Optional<Pattern> of(String name) {
    long han = name.codePoints().filter(ErasedName::isHan).count();
    long others = name.codePoints().filter(ErasedName::isLetter).count();
    if ((han < LEAST_HAN && others < LEAST_OTHER) || ADDRESS.matcher(name).matches()) {
      return Optional.empty();
    }
    String from = isLetter(name.codePointAt(0)) ? "(?<!" + LETTER + ")" : "";
    int last = name.codePointBefore(name.length());
    String to = isLetter(last) ? "(?!" + LETTER + ")" : "";
    if (han == SHORT && name.codePointCount(0, name.length()) == SHORT) {
      to = "(?:" + ENDS + ")";
    }
    return Optional.of(Pattern.compile(from + Pattern.quote(name) + to));
  }

  /** The pattern of a number, however its digits are grouped. */
  static Pattern ofNumber(String digits) {
    return Pattern.compile(
        digits
            .chars()
            .mapToObj(Character::toString)
            .collect(Collectors.joining("\\W?", "(?<!\\d)", "(?!\\d)")));
  }

  /** The names among words that may be names or positions: they begin with a surname. */
  static List<String> namesIn(String words) {
    return Stream.of(words.split("[\\s\\p{P}]+")).filter(NAME.asMatchPredicate()).toList();
  }

  private static boolean isHan(int character) {
    return Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
  }

  private static boolean isLetter(int character) {
    return Character.isLetterOrDigit(character) && !isHan(character);
  }

  private static String anyOf(String list) {
    try (InputStream in =
        Objects.requireNonNull(ErasedName.class.getResourceAsStream(list), list)) {
      List<String> lines =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .toList();
      return lines.stream()
          .flatMap(line -> Stream.of(line.split("\\s+")))
          .filter(word -> !word.isEmpty())
          .map(Pattern::quote)
          .collect(Collectors.joining("|"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
