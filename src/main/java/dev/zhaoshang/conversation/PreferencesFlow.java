package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Preferences;
import dev.zhaoshang.domain.Routine.Kind;
import dev.zhaoshang.understanding.rhythm.RhythmWords;
import dev.zhaoshang.understanding.rhythm.RhythmWords.Wish;
import dev.zhaoshang.understanding.time.TimeProblem;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

/** What a rep wishes of reminders: when, on which days, in which zone, or not at all. */
final class PreferencesFlow implements Flow {

  private static final RhythmWords WORDS = RhythmWords.load();
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  /** Hours are read as the next after these: 7 is in the morning for a brief. */
  private static final LocalTime NOON = LocalTime.NOON;

  private static final LocalTime MIDNIGHT = LocalTime.MIDNIGHT;

  private final Draft draft;
  private final Preferences own;
  private final QuietTimes quiet;
  private final SettingsView view;

  PreferencesFlow(Draft draft) {
    this.draft = draft;
    this.own = Preferences.of(draft.own());
    this.quiet = new QuietTimes(draft);
    this.view = new SettingsView(draft);
  }

  @Override
  public boolean command(Command command, Meaning meaning) {
    String argument = Objects.requireNonNullElse(meaning.argument(), "").strip();
    switch (command) {
      case SETTINGS -> view.show();
      case TIMEZONE -> zone(argument);
      case CHECKIN_TIME -> checkin(argument);
      case BRIEF_TIME -> time(argument, MIDNIGHT, Preferences::briefAt, Kind.BRIEF);
      case DIGEST_TIME -> time(argument, NOON, Preferences::digestAt, Kind.DIGEST);
      case QUIET -> quiet(argument);
      case REMINDERS_OFF -> silence(true);
      case REMINDERS_ON -> silence(false);
      case CHECKIN -> {
        // A check-in with a day is a report for it; one with a time or days of the week, a wish.
        boolean wish = isWish(argument) || (isSlash() && isZone(argument));
        return !argument.isEmpty() && wish && checkin(argument);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private static boolean isWish(String argument) {
    Wish wish = WORDS.wish(argument, NOON);
    return wish.time() != null
        || wish.problem() == TimeProblem.HOUR
        || wish.problem() == TimeProblem.MINUTE
        || wish.week().size() > 1
        || wish.off()
        || wish.on();
  }

  /** Whether words that tell no time and no day may tell a zone. */
  private static boolean isZone(String argument) {
    return argument.equals(WORDS.beside(argument));
  }

  private boolean isSlash() {
    return draft.in().entry().body().text().strip().startsWith("/");
  }

  private boolean checkin(String words) {
    Wish wish = WORDS.wish(words, NOON);
    boolean alone = isZone(words);
    if (!alone && refused(wish)) {
      return true;
    }
    if (wish.off() || wish.on()) {
      silence(wish.off());
      return true;
    }
    Optional<Preferences> zoned = zoned(words);
    if (zoned.isEmpty()) {
      return true;
    }
    Preferences next = wish.week().isEmpty() ? zoned.get() : zoned.get().on(wish.week());
    LocalTime time = wish.time();
    if (time != null && quiet.refuses(Kind.CHECKIN, time)) {
      return true;
    }
    next = time == null ? next : next.checkinAt(time);
    keep(next);
    String id = time == null ? "week" : wish.week().isEmpty() ? "checkin" : "both";
    if (!alone) {
      draft.say(
          "settings." + id,
          Map.of("time", time == null ? "" : CLOCK.format(time), "week", view.week(wish.week())));
    }
    WORDS.zone(WORDS.beside(words)).ifPresent(this::sayZone);
    return true;
  }

  /**
   * These with the zone that stands beside a time; empty when there is none such, and that said.
   */
  private Optional<Preferences> zoned(String words) {
    String beside = WORDS.beside(words);
    Optional<ZoneId> zone = WORDS.zone(beside);
    boolean told = isSlash() || beside.contains("/");
    if (zone.isEmpty() && told && !beside.isEmpty()) {
      unknownZone(beside);
      return Optional.empty();
    }
    return Optional.of(zone.map(own::in).orElse(own));
  }

  /**
   * Sets the time of something that recurs.
   *
   * @param usual from where a bare hour counts
   * @param kind what recurs
   */
  private void time(
      String words,
      LocalTime usual,
      BiFunction<Preferences, LocalTime, Preferences> set,
      Kind kind) {
    Wish wish = WORDS.wish(words, usual);
    LocalTime time = wish.time();
    if (refused(wish)) {
      return;
    }
    if (time == null) {
      draft.say("settings.usage", Map.of());
      return;
    }
    Optional<Preferences> zoned = zoned(words);
    if (zoned.isEmpty() || quiet.refuses(kind, time)) {
      return;
    }
    Preferences next = set.apply(zoned.get(), time);
    keep(next);
    draft.say("settings." + kind.id(), Map.of("time", CLOCK.format(time)));
    WORDS.zone(WORDS.beside(words)).ifPresent(this::sayZone);
  }

  private void quiet(String words) {
    Optional<RhythmWords.Span> span = WORDS.span(words);
    if (span.isEmpty()) {
      draft.say("settings.usage", Map.of());
      return;
    }
    LocalTime from = span.get().from();
    LocalTime to = span.get().to();
    keep(own.quiet(from, to));
    draft.say("settings.quiet", Map.of("from", CLOCK.format(from), "to", CLOCK.format(to)));
    quiet.warn();
  }

  private boolean refused(Wish wish) {
    if (wish.problem() != null) {
      draft.say(wish.problem().reply(), Map.of());
    } else if (wish.isEmpty()) {
      draft.say("settings.usage", Map.of());
    }
    return wish.problem() != null || wish.isEmpty();
  }

  private void zone(String words) {
    if (words.isEmpty()) {
      view.show();
      return;
    }
    Optional<ZoneId> zone = WORDS.zone(words);
    if (zone.isEmpty()) {
      unknownZone(words);
      return;
    }
    keep(own.in(zone.get()));
    sayZone(zone.get());
  }

  private void unknownZone(String words) {
    String still = draft.rhythm().zone().getId();
    draft.say("settings.zone.unknown", Map.of("words", words, "zone", still));
  }

  private void sayZone(ZoneId zone) {
    String now = CLOCK.format(draft.in().now().atZone(zone));
    draft.say("settings.zone", Map.of("zone", zone.getId(), "now", now));
  }

  private void silence(boolean off) {
    keep(own.silent(off));
    draft.say(off ? "reminders.off" : "reminders.on", Map.of());
  }

  private void keep(Preferences next) {
    draft.put(draft.own().id(), next);
  }
}
