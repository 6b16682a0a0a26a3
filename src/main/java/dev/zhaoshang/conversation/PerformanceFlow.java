package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.LedgerEntry;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Performance;
import dev.zhaoshang.domain.Rhythm;
import dev.zhaoshang.understanding.remark.TargetReader;
import dev.zhaoshang.understanding.remark.TargetReader.Told;
import dev.zhaoshang.understanding.time.Facing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Targets of a month against its results, of the rep and of customers. Why a target was missed is
 * asked once, when the month is over.
 */
final class PerformanceFlow implements Flow {

  private static final TargetReader READER = TargetReader.load();
  private static final String WHY = "gap";

  /** How long after the morning brief of the first day the rep is asked. */
  private static final int MINUTES_AFTER_BRIEF = 45;

  private final Draft draft;
  private final Rhythm rhythm;

  PerformanceFlow(Draft draft) {
    this.draft = draft;
    this.rhythm = draft.rhythm();
  }

  @Override
  public boolean command(Command command, Meaning meaning) {
    String words = new RemarkView(draft).words(meaning);
    switch (command) {
      case TARGET -> keep(words, true);
      case SOLD -> keep(words, false);
      case PERFORMANCE -> new PerformanceView(draft).show();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void keep(String words, boolean target) {
    ZonedDateTime now = draft.in().now().atZone(rhythm.zone());
    Optional<Told> read = READER.read(words, now, target ? Facing.AHEAD : Facing.BACK);
    if (read.isEmpty()) {
      draft.say(target ? "target.how" : "sold.how", Map.of());
      return;
    }
    Told told = read.get();
    YearMonth month =
        told.times().first().map(when -> YearMonth.from(when.from())).orElse(YearMonth.from(now));
    TeamTargets team = new TeamTargets(draft);
    if (target && team.set(words, told, month, ask(month))) {
      return;
    }
    Optional<About> about = About.named(draft, words);
    if (about.isEmpty() && !told.name().isEmpty()) {
      draft.say(
          team.names().isEmpty() ? "performance.who" : "performance.whom",
          Map.of("words", told.name(), "names", team.names()));
      return;
    }
    keep(about.orElse(new About(null, "")), month, told.boxes(), target);
  }

  private void keep(About about, YearMonth month, long boxes, boolean target) {
    boolean own = about.distributor() == null;
    String ledger = own ? draft.own().id() : about.ledger(draft);
    Performance old =
        draft
            .ledger(ledger)
            .find(Performance.class, Performance.id(month))
            .orElseGet(() -> Performance.of(month, about.title(), draft.in().session().rep()));
    Button performance =
        new Button(
            draft.text("button.performance", Map.of()),
            Buttons.data(Buttons.COMMAND, "performance"));
    if (target && old.isBelowFloor(boxes)) {
      Map<String, String> values = values(old);
      values.put("name", String.valueOf(old.setBy()));
      values.put("floor", String.valueOf(old.floor()));
      values.put("boxes", String.valueOf(boxes));
      draft.say("target.floor", values, performance);
      return;
    }
    Performance kept = target ? old.targeted(boxes, own ? ask(month) : null) : old.sold(boxes);
    draft.put(ledger, kept);
    draft.say(
        target ? "target.kept" : "sold.kept",
        values(kept),
        performance,
        new RemarkView(draft).undo());
  }

  /** The first day of work of the next month. */
  private Instant ask(YearMonth month) {
    LocalDate day = new Routines(draft).workedFrom(month.plusMonths(1).atDay(1));
    return day.atTime(rhythm.brief())
        .plusMinutes(MINUTES_AFTER_BRIEF)
        .atZone(rhythm.zone())
        .toInstant();
  }

  private Map<String, String> values(Performance one) {
    Map<String, String> values = new HashMap<>();
    values.put("month", one.month());
    values.put(
        "who", one.customer().isEmpty() ? draft.text("performance.own", Map.of()) : one.customer());
    values.put("target", plain(one.target()));
    values.put("result", plain(one.result()));
    values.put("gap", String.valueOf(one.gap()));
    return values;
  }

  private String plain(@Nullable Long boxes) {
    return boxes == null ? draft.text("performance.unknown", Map.of()) : String.valueOf(boxes);
  }

  @Override
  public boolean due(LedgerEntry entry, boolean late) {
    if (!(entry instanceof Performance month)) {
      return false;
    }
    draft.put(draft.own().id(), month.later(null));
    if (month.result() != null && month.gap() <= 0) {
      draft.say("performance.met", values(month));
    } else {
      draft.say(
          month.result() == null ? "performance.result" : "performance.gap",
          values(month),
          new Button(draft.text("button.gap", Map.of()), Buttons.data(WHY, month.id())));
    }
    return true;
  }

  @Override
  public boolean button(String verb, List<String> arguments) {
    boolean asked =
        verb.equals(WHY)
            && arguments.size() == 1
            && draft.own().find(Performance.class, arguments.get(0)).isPresent();
    if (asked) {
      Reason.ask(draft, new Reason(WHY, "", arguments.get(0)), "performance.why", List.of());
    }
    return asked;
  }

  @Override
  public boolean text(Meaning meaning) {
    Optional<Performance> month =
        Reason.pending(draft, WHY)
            .flatMap(why -> draft.own().find(Performance.class, why.argument()));
    month.ifPresent(
        one -> {
          String why = draft.in().entry().body().text().strip();
          draft.up();
          draft.put(draft.own().id(), one.because(why));
          draft.say("performance.because", Map.of("month", one.month(), "why", why));
        });
    return month.isPresent();
  }
}
