package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.FollowUp;
import dev.zhaoshang.domain.PriceSeen;
import dev.zhaoshang.domain.Receivable;
import dev.zhaoshang.domain.Rhythm;
import dev.zhaoshang.understanding.remark.PaymentReader.Promised;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what customers say they will pay: of what they owe, that much gets the new day; who owes
 * nothing is reminded of on that day.
 */
final class PromisedPayment {

  /** What is kept in a turn beside other things has the ids from here on. */
  private static final int FIRST_ID = 170;

  private final Draft draft;
  private final Rhythm rhythm;
  private final RemarkView view;
  private final ReceivableView debts;

  PromisedPayment(Draft draft) {
    this.draft = draft;
    this.rhythm = draft.rhythm();
    this.view = new RemarkView(draft);
    this.debts = new ReceivableView(draft);
  }

  /** Keeps what the words promise, or asks who it is. */
  void keep(String words, Promised told) {
    FollowUpTime time =
        FollowUpTime.of(told.when(), new Routines(draft).planner(), draft.in().now());
    List<Receivable> owed = new Debtors(draft).owed(words, told.who());
    if (owed.isEmpty()) {
      remind(words, told, time);
    } else if (owed.stream().map(Debtors::payer).distinct().count() > 1) {
      String names =
          owed.stream()
              .map(one -> debts.values(one).get("title"))
              .distinct()
              .collect(Collectors.joining(draft.text("list.comma", Map.of())));
      draft.say("pledge.which", Map.of("names", names));
    } else {
      move(owed, words, told, time);
    }
  }

  private void move(List<Receivable> owed, String words, Promised told, FollowUpTime time) {
    BigDecimal yuan = told.yuan();
    long said = yuan != null ? PriceSeen.fen(yuan) : Debtors.left(told.all() ? owed : first(owed));
    long rest = said;
    List<Receivable> same = new ArrayList<>();
    FollowUp moved = null;
    for (Receivable one : owed) {
      long part = Math.min(rest, one.left());
      rest -= part;
      if (part == one.left()) {
        moved = whole(one, time);
      } else if (part > 0) {
        moved = split(one, part, words, time);
        same.add(one.without(part));
      } else {
        same.add(one);
      }
    }
    Map<String, String> values = new HashMap<>(debts.values(owed.get(0)));
    values.put("yuan", PriceSeen.yuan(said - rest));
    values.put("when", moved == null ? "" : new FollowUpView(draft).when(moved));
    values.put("rest", rest(same, rest));
    draft.say("pledge.moved", values, view.undo());
  }

  private static List<Receivable> first(List<Receivable> owed) {
    return owed.subList(0, 1);
  }

  /** What stays as it was, and what is more than is owed. */
  private String rest(List<Receivable> same, long over) {
    if (over > 0) {
      return draft.text("pledge.over", Map.of("over", PriceSeen.yuan(over)));
    }
    if (same.isEmpty()) {
      return "";
    }
    Map<String, Long> days = new LinkedHashMap<>();
    same.forEach(one -> days.merge(day(debts.until(one)), one.left(), Long::sum));
    if (days.size() == 1) {
      return rest("pledge.rest", days.keySet().iterator().next(), Debtors.left(same));
    }
    return draft.text(
        "pledge.rest.each",
        Map.of(
            "left",
            PriceSeen.yuan(Debtors.left(same)),
            "list",
            days.entrySet().stream()
                .map(one -> rest("pledge.rest.one", one.getKey(), one.getValue()))
                .collect(Collectors.joining(draft.text("list.comma", Map.of())))));
  }

  private String day(@Nullable Instant until) {
    return until == null ? "" : view.day(until);
  }

  private String rest(String id, String day, long left) {
    return draft.text(
        day.isEmpty() ? id + ".undated" : id, Map.of("left", PriceSeen.yuan(left), "when", day));
  }

  private FollowUp whole(Receivable one, FollowUpTime time) {
    Receivable moved = one.due(time.at());
    FollowUp reminder = reminder(moved, time);
    draft.put(ledger(one), moved);
    draft.put(draft.own().id(), reminder);
    return reminder;
  }

  private FollowUp split(Receivable one, long part, String words, FollowUpTime time) {
    Receivable left = one.without(part);
    Receivable apart =
        one.part(
            Ids.of(draft.turn(), FIRST_ID),
            part,
            time.at(),
            words,
            Ids.of(draft.turn(), FIRST_ID + 1));
    FollowUp reminder = reminder(apart, time);
    draft.put(ledger(one), left);
    draft.put(ledger(one), apart);
    draft
        .own()
        .find(FollowUp.class, one.followUp())
        .ifPresent(old -> draft.put(draft.own().id(), old.saying(collect(left))));
    draft.put(draft.own().id(), reminder);
    return reminder;
  }

  private FollowUp reminder(Receivable one, FollowUpTime time) {
    return time.open(one.followUp(), one.distributor(), collect(one), rhythm.zone().getId(), false);
  }

  private String collect(Receivable one) {
    return draft.text("owed.collect", debts.values(one));
  }

  private String ledger(Receivable one) {
    return new About(one.distributor(), "").ledger(draft);
  }

  private void remind(String words, Promised told, FollowUpTime time) {
    About about = About.of(draft, words);
    String title = about.title().isEmpty() ? told.who() : about.title();
    if (title.isEmpty()) {
      draft.say("paid.how", Map.of());
      return;
    }
    BigDecimal yuan = told.yuan();
    String sum =
        yuan == null
            ? ""
            : draft.text("pledge.sum", Map.of("yuan", PriceSeen.yuan(PriceSeen.fen(yuan))));
    FollowUp reminder =
        time.open(
            Ids.of(draft.turn(), FIRST_ID),
            about.distributor(),
            draft.text("pledge.collect", Map.of("title", title, "sum", sum)),
            rhythm.zone().getId(),
            false);
    draft.put(draft.own().id(), reminder);
    FollowUpView shown = new FollowUpView(draft);
    draft.say(
        "pledge.kept",
        Map.of("title", title, "sum", sum, "when", shown.when(reminder)),
        shown.button("button.move", FollowUpView.MOVE, reminder),
        view.undo());
  }
}
