package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Preferences;
import dev.zhaoshang.domain.Rhythm;
import dev.zhaoshang.domain.Routine.Kind;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Times at which nothing would ever come, because they are in the quiet hours: that is said when
 * either is chosen, with a way out of it.
 */
final class QuietTimes implements Flow {

  /**
   * {@code quiet:<kind>:<time>}: have it at that time; {@code quiet:<kind>:<time>:<from>:<to>}: and
   * these quiet hours.
   */
  static final String VERB = "quiet";

  private static final int TIME_ALONE = 2;
  private static final int WITH_HOURS = 4;
  private static final long DAY = Duration.ofDays(1).toMinutes();

  /** So long the person has for what comes last in the evening. */
  private static final Duration BEFORE_QUIET = Duration.ofMinutes(30);

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  /** As a button has it, whose parts are told apart by colons. */
  private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("HHmm");

  private final Draft draft;

  QuietTimes(Draft draft) {
    this.draft = draft;
  }

  /** Says that nothing comes at that time, and offers other quiet hours; false when it comes. */
  boolean refuses(Kind kind, LocalTime time) {
    Rhythm rhythm = draft.rhythm();
    if (!rhythm.isQuiet(time)) {
      return false;
    }
    boolean evening = isNearBegin(time, rhythm);
    LocalTime from = evening ? time.plus(BEFORE_QUIET) : rhythm.quietFrom();
    LocalTime to = evening ? rhythm.quietTo() : time;
    Map<String, String> hours = Map.of("from", CLOCK.format(from), "to", CLOCK.format(to));
    String data =
        Buttons.data(VERB, kind.id(), DIGITS.format(time), DIGITS.format(from), DIGITS.format(to));
    draft.say(
        "settings.inquiet",
        Map.of(
            "time", CLOCK.format(time),
            "from", CLOCK.format(rhythm.quietFrom()),
            "to", CLOCK.format(rhythm.quietTo())),
        new Button(draft.text("button.quiet.move", hours), data));
    return true;
  }

  /** After the quiet hours were chosen: says what would not come any more. */
  void warn() {
    Rhythm rhythm = draft.rhythm();
    List<Kind> hushed = kinds().filter(kind -> rhythm.isQuiet(time(kind, rhythm))).toList();
    for (Kind kind : hushed) {
      LocalTime time = time(kind, rhythm);
      LocalTime next =
          isNearBegin(time, rhythm) ? rhythm.quietFrom().minus(BEFORE_QUIET) : rhythm.quietTo();
      Map<String, String> words =
          Map.of("what", draft.text("routine." + kind.id(), Map.of()), "time", CLOCK.format(next));
      draft.say(
          "settings.hushed",
          Map.of("what", words.getOrDefault("what", ""), "time", CLOCK.format(time)),
          new Button(
              draft.text("button.time.move", words),
              Buttons.data(VERB, kind.id(), DIGITS.format(next))));
    }
  }

  /** What the person is sent every day; with nothing planned yet what a rep is sent. */
  private Stream<Kind> kinds() {
    List<Kind> planned = Routines.planned(draft.own());
    return Stream.of(Kind.BRIEF, Kind.CHECKIN, Kind.DIGEST)
        .filter(kind -> planned.isEmpty() ? kind != Kind.DIGEST : planned.contains(kind));
  }

  private static LocalTime time(Kind kind, Rhythm rhythm) {
    return switch (kind) {
      case BRIEF -> rhythm.brief();
      case DIGEST -> rhythm.digest();
      default -> rhythm.checkin();
    };
  }

  private static boolean isNearBegin(LocalTime time, Rhythm rhythm) {
    return minutes(rhythm.quietFrom(), time) < minutes(time, rhythm.quietTo());
  }

  private static long minutes(LocalTime from, LocalTime to) {
    return Math.floorMod(Duration.between(from, to).toMinutes(), DAY);
  }

  @Override
  public boolean button(String verb, List<String> arguments) {
    boolean ours = arguments.size() == TIME_ALONE || arguments.size() == WITH_HOURS;
    if (!verb.equals(VERB) || !ours) {
      return false;
    }
    Optional<Kind> kind =
        Stream.of(Kind.BRIEF, Kind.CHECKIN, Kind.DIGEST)
            .filter(one -> one.id().equals(arguments.get(0)))
            .findFirst();
    try {
      List<LocalTime> times =
          arguments.stream().skip(1).map(one -> LocalTime.parse(one, DIGITS)).toList();
      kind.ifPresent(one -> keep(one, times));
      return kind.isPresent();
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private void keep(Kind kind, List<LocalTime> times) {
    Preferences own = Preferences.of(draft.own());
    LocalTime time = times.get(0);
    Preferences next =
        switch (kind) {
          case BRIEF -> own.briefAt(time);
          case DIGEST -> own.digestAt(time);
          default -> own.checkinAt(time);
        };
    boolean hours = times.size() > 1;
    draft.put(draft.own().id(), hours ? next.quiet(times.get(1), times.get(2)) : next);
    draft.say("settings." + kind.id(), Map.of("time", CLOCK.format(time)));
    if (hours) {
      draft.say(
          "settings.quiet",
          Map.of("from", CLOCK.format(times.get(1)), "to", CLOCK.format(times.get(2))));
      warn();
    }
  }
}
