package dev.zhaoshang.understanding.field;

import dev.zhaoshang.understanding.text.Span;
import dev.zhaoshang.understanding.text.SpokenDigits;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Digits that stand together, read aloud in Chinese or typed, with what separates them.
 *
 * @param span where they stand
 * @param groups the groups of digits and where each stands
 * @param plus whether a plus stands before them
 */
record DialedRun(Span span, List<Group> groups, boolean plus) {

  /** Digits without a separator. */
  record Group(String digits, Span span) {}

  private static final Pattern RUN =
      Pattern.compile(
          "(?<![a-z.])\\+?\\(?\\d+"
              + "(?:(?:[\\s\\-\u2014\u2013.\u00B7()]{1,3}|\uE000{1,16}[\\s\\-,]{0,2}\uE000{0,16})\\d+){0,20}");
  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final int SPOKEN_LEAST = 5;

  DialedRun {
    groups = List.copyOf(groups);
  }

  int digits() {
    return groups.stream().mapToInt(g -> g.digits().length()).sum();
  }

  /** The runs of a text in its normal form. */
  static List<DialedRun> in(String plain, SpokenDigits spoken) {
    List<DialedRun> runs = new ArrayList<>();
    Matcher matcher = RUN.matcher(spoken.dialed(plain, SPOKEN_LEAST));
    while (matcher.find()) {
      List<Group> groups = new ArrayList<>();
      Matcher digits = DIGITS.matcher(matcher.group());
      while (digits.find()) {
        int at = matcher.start() + digits.start();
        groups.add(new Group(digits.group(), new Span(at, matcher.start() + digits.end())));
      }
      Span span = new Span(matcher.start(), matcher.end());
      runs.add(new DialedRun(span, groups, matcher.group().startsWith("+")));
    }
    return runs;
  }
}
