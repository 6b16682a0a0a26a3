package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Practice;
import dev.zhaoshang.content.Practice.Exercise;
import dev.zhaoshang.content.Practice.Opening;
import dev.zhaoshang.domain.Language;
import dev.zhaoshang.understanding.practice.AnswerJudge;
import dev.zhaoshang.understanding.practice.Verdict;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A practice under way, as it stands in the session's subject: {@code
 * <objection>/<opening>/<answers>/<drill or talk>/<begun, epoch seconds>/<points, comma>/<said,
 * comma>}; an earlier version wrote it without the last.
 *
 * @param exercise what is practised
 * @param opening how it was raised, an index
 * @param answers given so far
 * @param drill whether it is one answer in a minute and no talk
 * @param begun when the objection was raised
 * @param points made so far
 * @param said what was said to the customer so far, each in other words; hashes
 */
record PracticeRun(
    Exercise exercise,
    int opening,
    int answers,
    boolean drill,
    Instant begun,
    Set<String> points,
    Set<String> said) {

  /** After so many answers a talk ends; two of them are to somebody who presses on. */
  private static final int MOST_ANSWERS = 3;

  private static final Pattern SUBJECT =
      Pattern.compile("(\\w+)/(\\d{1,3})/(\\d)/(drill|talk)/(\\d{1,12})/([\\w,]*)(?:/([\\w,]*))?");

  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

  PracticeRun {
    points = Set.copyOf(points);
    said = Set.copyOf(said);
  }

  /** One that begins. */
  static PracticeRun begun(Exercise exercise, int opening, boolean drill, Instant now) {
    return new PracticeRun(exercise, opening, 0, drill, now, Set.of(), Set.of());
  }

  /** The practice that a subject tells of; empty when it tells of none, or the content lost it. */
  static Optional<PracticeRun> of(String subject, Practice practice) {
    Matcher told = SUBJECT.matcher(subject);
    if (!told.matches()) {
      return Optional.empty();
    }
    return practice
        .exercise(told.group(1))
        .map(
            exercise ->
                new PracticeRun(
                    exercise,
                    Integer.parseInt(told.group(2)),
                    Integer.parseInt(told.group(3)),
                    told.group(4).equals("drill"),
                    Instant.ofEpochSecond(Long.parseLong(told.group(5))),
                    listed(told.group(6)),
                    listed(told.group(7))));
  }

  private static Set<String> listed(@Nullable String joined) {
    return joined == null || joined.isEmpty()
        ? Set.of()
        : new LinkedHashSet<>(Arrays.asList(joined.split(",", -1)));
  }

  /** What stands in the session's subject. */
  String subject() {
    List<String> made = points.stream().sorted().toList();
    return String.join(
        "/",
        exercise.objection(),
        String.valueOf(opening),
        String.valueOf(answers),
        drill ? "drill" : "talk",
        String.valueOf(begun.getEpochSecond()),
        String.join(",", made),
        String.join(",", said.stream().sorted().toList()));
  }

  /** How the objection was raised. */
  Opening raised() {
    return exercise.openings().get(opening % exercise.openings().size());
  }

  /** After one more answer. What was not said to the customer makes no points. */
  PracticeRun with(Verdict verdict, String answer) {
    Set<String> made = new LinkedHashSet<>(points);
    Set<String> more = new LinkedHashSet<>(said);
    if (verdict.said()) {
      made.addAll(verdict.points());
      String letters = NO_LETTER.matcher(answer).replaceAll("").toLowerCase(Locale.ROOT);
      more.add(Integer.toHexString(letters.hashCode()));
    }
    return new PracticeRun(exercise, opening, answers + 1, drill, begun, made, more);
  }

  /** Whether the points are enough, and who pressed on was answered, and not by the same words. */
  boolean isPassed() {
    return isEnough() && (drill || said.size() > 1);
  }

  /** Whether the points made so far are enough. */
  boolean isEnough() {
    return AnswerJudge.suffices(exercise, points);
  }

  /** Whether nothing more is asked: who answers well at once is pressed once all the same. */
  boolean isOver() {
    return drill || answers >= MOST_ANSWERS || isPassed();
  }

  /** What the customer says next: about a point that was not made, or to try how firm one is. */
  String pressed(Language language) {
    boolean enough = isEnough();
    return exercise.pushBacks().stream()
        .filter(push -> push.about() == null ? enough : !enough && !points.contains(push.about()))
        .skip(enough ? 0 : answers - 1)
        .findFirst()
        .or(() -> exercise.pushBacks().stream().reduce((first, last) -> last))
        .map(push -> push.say().in(language))
        .orElse("");
  }

  /**
   * The grade of SM-2: 0 for what breaks a must-not, 1 for nothing said, 2 for too little, 3 for
   * enough at the last moment, 4 for enough, 5 for most of what there is to say.
   */
  int grade(boolean clean) {
    if (!clean) {
      return 0;
    }
    long own = exercise.points().stream().filter(point -> points.contains(point.id())).count();
    if (!isPassed()) {
      return own == 0 ? 1 : 2;
    }
    if (answers >= MOST_ANSWERS) {
      return 3;
    }
    return own * 5 >= exercise.points().size() * 3L ? 5 : 4;
  }
}
