package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.LedgerEntry;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Performance;
import dev.zhaoshang.domain.Rhythm;
import dev.zhaoshang.understanding.text.Amounts;
import dev.zhaoshang.understanding.text.Amounts.Amount;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Span;
import dev.zhaoshang.understanding.time.Facing;
import dev.zhaoshang.understanding.time.TimeReading;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Targets of a month against its results, of the rep and of customers. Why a target was missed is
 * asked once, when the month is over.
 */
final class PerformanceFlow implements Flow {

  private static final Amounts AMOUNTS = new Amounts(Lexicon.load());
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
    String words = Objects.requireNonNullElse(meaning.argument(), "").strip();
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
    TimeReading times = draft.in().times().read(words, now, target ? Facing.AHEAD : Facing.BACK);
    Optional<Amount> boxes =
        AMOUNTS.find(words).stream()
            .filter(one -> one.value().signum() >= 0)
            .filter(
                one -> times.spans().stream().noneMatch(new Span(one.from(), one.to())::overlaps))
            .reduce((first, second) -> second);
    if (boxes.isEmpty()) {
      draft.say(target ? "target.how" : "sold.how", Map.of());
      return;
    }
    YearMonth month =
        times.first().map(when -> YearMonth.from(when.from())).orElse(YearMonth.from(now));
    About about = About.named(draft, words).orElse(new About(null, ""));
    String ledger = about.distributor() == null ? draft.own().id() : about.ledger(draft);
    Performance old =
        draft
            .ledger(ledger)
            .find(Performance.class, Performance.id(month))
            .orElseGet(() -> Performance.of(month, about.title(), draft.in().session().rep()));
    long n = boxes.get().value().longValue();
    Performance kept =
        target ? old.targeted(n, about.distributor() == null ? ask(month) : null) : old.sold(n);
    draft.put(ledger, kept);
    draft.say(
        target ? "target.kept" : "sold.kept",
        values(kept),
        new Button(
            draft.text("button.performance", Map.of()),
            Buttons.data(Buttons.COMMAND, "performance")),
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
