package dev.zhaoshang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No line of the evaluation sets stands, exactly or nearly, in what the product learns from or is
 * tried with.
 */
class EvaluationLinesTest {

  private static final int SHORTEST = 6;
  private static final double ALIKE = 0.85;
  private static final Pattern TEXT = Pattern.compile("\"text\": \"((?:[^\"\\\\]|\\\\.)*)\"");

  /** A line of a conversation that a rep types. */
  private static final Pattern TYPED = Pattern.compile("^(?:rep\\d+)?> ");

  private static final Pattern NOISE = Pattern.compile("[\\s\\p{Punct}\\p{IsPunctuation}]+");

  /** The eight objections in the words of the source, which are the product's subject itself. */
  private static final Set<String> SOURCE =
      Stream.of(
              "你们的价格太高了",
              "你们的品牌没有知名度",
              "我现在已经有品牌做了",
              "我现在没有资金",
              "我现在没有资金，等等再说",
              "对你们不了解，要先发货再付款",
              "对你们不了解",
              "要先发货再付款",
              "产品质量我不放心",
              "和某某品牌比，你们这方面差多了",
              "现在的品牌压力大",
              "现在的品牌压力大，等等再联系")
          .map(EvaluationLinesTest::bare)
          .collect(Collectors.toUnmodifiableSet());

  @Test
  void no_line_of_the_sets_is_copied_or_nearly_copied() throws IOException {
    List<String> shipped = new ArrayList<>();
    for (String folder : new String[] {"dialogs", "src/main"}) {
      try (Stream<Path> walk = Files.walk(Path.of(folder))) {
        for (Path file : walk.filter(EvaluationLinesTest::words).toList()) {
          Files.readAllLines(file).stream()
              .filter(line -> !isTalk(file) || TYPED.matcher(line).find())
              .flatMap(line -> Stream.of(line.split("[,\\[\\]|:]")))
              .map(part -> bare(TYPED.matcher(part).replaceFirst("")))
              .filter(part -> part.length() >= SHORTEST && !SOURCE.contains(part))
              .forEach(shipped::add);
        }
      }
    }
    List<String> copies = new ArrayList<>();
    for (String line : evaluationLines()) {
      Set<String> pairs = pairs(line);
      for (String part : shipped) {
        if (part.contains(line) || alike(pairs, line, part)) {
          copies.add(line + " ~ " + part);
        }
      }
    }
    assertThat(copies).isEmpty();
  }

  private static boolean isTalk(Path file) {
    return file.toString().endsWith(".talk");
  }

  private static boolean words(Path file) {
    String name = file.toString();
    return isTalk(file) || name.endsWith(".yml") || name.endsWith(".txt") || name.endsWith(".java");
  }

  private static List<String> evaluationLines() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String name : new String[] {"intake.jsonl", "objections.jsonl"}) {
      Path file = Path.of("src/test/resources/eval", name);
      if (Files.exists(file)) {
        Matcher matcher = TEXT.matcher(Files.readString(file));
        while (matcher.find()) {
          String bare = bare(matcher.group(1));
          if (bare.length() >= SHORTEST && bare.chars().anyMatch(Character::isLetter)) {
            lines.add(bare);
          }
        }
      }
    }
    return lines;
  }

  private static String bare(String text) {
    return NOISE.matcher(text).replaceAll("").toLowerCase(java.util.Locale.ROOT);
  }

  /** Whether they share most of their pairs of characters. */
  private static boolean alike(Set<String> pairs, String line, String part) {
    if (Math.abs(line.length() - part.length()) > line.length() / 5) {
      return false;
    }
    Set<String> other = pairs(part);
    long shared = pairs.stream().filter(other::contains).count();
    return 2.0 * shared / (pairs.size() + other.size()) >= ALIKE;
  }

  private static Set<String> pairs(String text) {
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i + 2 <= text.length(); i++) {
      pairs.add(text.substring(i, i + 2));
    }
    return pairs;
  }
}
