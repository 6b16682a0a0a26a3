package dev.zhaoshang.conversation;

import dev.zhaoshang.access.Access;
import dev.zhaoshang.access.Access.Deed;
import dev.zhaoshang.domain.Language;
import dev.zhaoshang.domain.Preferences;
import dev.zhaoshang.domain.Rhythm;
import java.time.DayOfWeek;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What somebody has chosen of reminders, and what is usual for the rest, in words. */
final class SettingsView {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  private final Draft draft;

  SettingsView(Draft draft) {
    this.draft = draft;
  }

  /** Shows them. */
  void show() {
    Rhythm rhythm = draft.rhythm();
    draft.say(
        "settings",
        Map.of(
            "zone", rhythm.zone().getId(),
            "week", week(rhythm.week()),
            "times", times(rhythm),
            "quietFrom", CLOCK.format(rhythm.quietFrom()),
            "quietTo", CLOCK.format(rhythm.quietTo()),
            "state",
                draft.text(
                    Preferences.of(draft.own()).silent() ? "settings.off" : "settings.on",
                    Map.of())));
  }

  /** Who leads others has a digest where reps have a brief and a check-in. */
  private String times(Rhythm rhythm) {
    return Access.may(draft.in().snapshot().speaker(), Deed.LEAD)
        ? draft.text("settings.times.lead", Map.of("digest", CLOCK.format(rhythm.digest())))
        : draft.text(
            "settings.times",
            Map.of(
                "brief", CLOCK.format(rhythm.brief()),
                "checkin", CLOCK.format(rhythm.checkin())));
  }

  /** Days in words; more than two in a row as a range. */
  String week(Collection<DayOfWeek> days) {
    List<DayOfWeek> sorted = days.stream().sorted().toList();
    boolean row =
        sorted.size() > 2
            && sorted.get(sorted.size() - 1).getValue() - sorted.get(0).getValue()
                == sorted.size() - 1;
    if (row) {
      String last = name(sorted.get(sorted.size() - 1));
      return draft.text("week.range", Map.of("from", name(sorted.get(0)), "to", last));
    }
    return String.join(
        draft.text("list.comma", Map.of()), sorted.stream().map(this::name).toList());
  }

  private String name(DayOfWeek day) {
    Locale locale = draft.language() == Language.ZH ? Locale.CHINA : Locale.ENGLISH;
    return day.getDisplayName(TextStyle.SHORT, locale);
  }
}
