package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.AssignedTarget;
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
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Targets of a month against its results, of the rep and of customers. Why a target was missed is
 * asked once, when the month is over.
 */
final class PerformanceFlow implements Flow {

  private static final TargetReader READER = TargetReader.load();
  private static final String WHY = "gap";

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
    if (read.isEmpty() || (target && read.get().boxes() == null)) {
      draft.say(target ? "target.how" : "sold.how", Map.of());
      return;
    }
    Told told = read.get();
    if (told.money()) {
      draft.say("performance.money", Map.of("words", words));
      return;
    }
    Optional<String> either = READER.eitherUnit(told);
    if (either.isPresent()) {
      draft.say("performance.either", Map.of("number", either.get()));
      return;
    }
    if (told.broken() != null) {
      draft.say("performance.broken", Map.of("number", told.broken()));
      return;
    }
    Optional<String> beyond = READER.beyond(words);
    if (beyond.isPresent()) {
      draft.say("performance.beyond", Map.of("number", beyond.get()));
      return;
    }
    YearMonth month =
        told.times().first().map(when -> YearMonth.from(when.from())).orElse(YearMonth.from(now));
    TeamTargets team = new TeamTargets(draft);
    if (target && team.set(words, told, month)) {
      return;
    }
    Long boxes = told.boxes();
    Optional<About> about = about(told);
    if (about.isEmpty()) {
      draft.say(
          team.names().isEmpty() ? "performance.who" : "performance.whom",
          Map.of("words", told.name(), "names", team.names()));
    } else if (target && boxes != null) {
      target(about.get(), month, boxes);
    } else {
      sold(about.get(), month, told);
    }
  }

  /**
   * Whose it is: a customer's who is named, else the speaker's own; where goods went is told of a
   * customer. Empty when somebody is named who is not known.
   */
  private Optional<About> about(Told told) {
    Optional<About> named = About.named(draft, told.about());
    if (named.isPresent() || !told.name().isEmpty()) {
      return named;
    }
    return Optional.of(told.flow().isEmpty() ? new About(null, "") : About.of(draft, told.about()));
  }

  private void target(About about, YearMonth month, long boxes) {
    boolean own = about.distributor() == null;
    Performance old = old(about, month);
    Performance stands = AssignedTarget.over(draft.own(), old);
    if (stands.isBelowFloor(boxes)) {
      Map<String, String> values = values(stands);
      values.put("name", String.valueOf(stands.setBy()));
      values.put("floor", String.valueOf(stands.floor()));
      values.put("boxes", String.valueOf(boxes));
      draft.say("target.floor", values, shown());
      return;
    }
    if (own) {
      AssignedTarget set = AssignedTarget.last(draft.own(), old.month()).orElse(null);
      Instant ask = MonthEnd.asks(month, draft.own(), rhythm);
      kept(about, "target.kept", old.targeted(boxes, ask, set));
    } else {
      kept(about, "target.kept", old.targeted(boxes, null, null));
    }
  }

  private void sold(About about, YearMonth month, Told told) {
    boolean own = about.distributor() == null;
    if (own && !told.flow().isEmpty()) {
      draft.say("sold.flow.who", Map.of());
      return;
    }
    Performance next = old(about, month);
    if (told.boxes() != null) {
      next = next.sold(told.boxes());
    }
    if (!told.flow().isEmpty()) {
      next = next.flowing(told.flow());
    }
    kept(about, own ? "sold.kept" : "sold.kept.customer", next);
  }

  private void kept(About about, String replyId, Performance next) {
    draft.put(ledger(about), next);
    draft.say(
        replyId,
        values(AssignedTarget.over(draft.own(), next)),
        shown(),
        new RemarkView(draft).undo());
  }

  private Button shown() {
    return new Button(
        draft.text("button.performance", Map.of()), Buttons.data(Buttons.COMMAND, "performance"));
  }

  private String ledger(About about) {
    return about.distributor() == null ? draft.own().id() : about.ledger(draft);
  }

  private Performance old(About about, YearMonth month) {
    return draft
        .ledger(ledger(about))
        .find(Performance.class, Performance.id(month))
        .orElseGet(() -> Performance.of(month, about.title(), draft.in().session().rep()));
  }

  private Map<String, String> values(Performance one) {
    PerformanceView view = new PerformanceView(draft);
    Map<String, String> values = new HashMap<>();
    values.put("month", one.month());
    values.put(
        "who", one.customer().isEmpty() ? draft.text("performance.own", Map.of()) : one.customer());
    values.put("target", view.plain(one.target()));
    values.put("result", view.plain(one.result()));
    values.put("gap", String.valueOf(one.gap()));
    values.put("share", view.share(one));
    values.put("flow", view.flow(one));
    return values;
  }

  @Override
  public boolean due(LedgerEntry entry, boolean late) {
    String told =
        entry instanceof Performance one
            ? one.month()
            : entry instanceof AssignedTarget set ? set.month() : null;
    if (told == null) {
      return false;
    }
    Performance month = asked(YearMonth.parse(told));
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

  /** A month as it stands, of which nothing asks any more, whoever set its target. */
  private Performance asked(YearMonth month) {
    Performance own = old(new About(null, ""), month).later(null);
    draft.put(draft.own().id(), own);
    draft.own().all(AssignedTarget.class).stream()
        .filter(one -> one.month().equals(own.month()))
        .forEach(one -> draft.put(draft.own().id(), one.later(null)));
    return AssignedTarget.over(draft.own(), own);
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
