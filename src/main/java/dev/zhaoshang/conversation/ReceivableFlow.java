package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.FollowUp;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.PriceSeen;
import dev.zhaoshang.domain.Receivable;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Rhythm;
import dev.zhaoshang.understanding.remark.RemarkReader;
import dev.zhaoshang.understanding.remark.RemarkReader.Debt;
import dev.zhaoshang.understanding.time.When;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps what customers owe, reminds of it when it is due, and lists it. */
final class ReceivableFlow implements Flow {

  private static final RemarkReader READER = RemarkReader.load();

  /** What is kept in a turn beside other things has the ids from here on. */
  private static final int FIRST_ID = 130;

  /** A debt without a day is asked about in so many days. */
  private static final int ASKED_IN = 7;

  /** Of each rep of a team so many are shown. */
  private static final int OF_EACH = 5;

  private static final String PAID = "paid";

  private final Draft draft;
  private final RemarkView view;
  private final ReceivableView debts;
  private final Rhythm rhythm;

  ReceivableFlow(Draft draft) {
    this.draft = draft;
    this.view = new RemarkView(draft);
    this.debts = new ReceivableView(draft);
    this.rhythm = draft.rhythm();
  }

  @Override
  public boolean command(Command command, Meaning meaning) {
    switch (command) {
      case OWED -> keep(view.words(meaning));
      case RECEIVABLES -> list();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void keep(String words) {
    Optional<Debt> told = READER.debt(words, draft.in().now().atZone(rhythm.zone()));
    if (told.isEmpty()) {
      draft.say("owed.how", Map.of());
      return;
    }
    Optional<When> when = told.get().times().first();
    if (when.isEmpty() && told.get().times().problem().isPresent()) {
      draft.say(told.get().times().problem().get().reply(), Map.of());
      return;
    }
    keep(words, told.get(), when.orElse(null));
  }

  private void keep(String words, Debt told, @Nullable When when) {
    About about = StrangerDebts.owing(draft, words, told.who());
    long fen = PriceSeen.fen(told.yuan());
    FollowUpTime time =
        when == null
            ? later()
            : FollowUpTime.of(when, new Routines(draft).planner(), draft.in().now());
    FollowUp reminder =
        time.open(
            Ids.of(draft.turn(), FIRST_ID),
            about.distributor(),
            draft.text("owed.collect", Map.of("title", about.title(), "yuan", PriceSeen.yuan(fen))),
            rhythm.zone().getId(),
            false);
    Receivable kept =
        new Receivable(
            Ids.of(draft.turn(), FIRST_ID + 1),
            about.distributor(),
            about.title(),
            fen,
            when == null ? null : time.at(),
            words,
            draft.in().session().rep(),
            draft.in().now(),
            reminder.id(),
            null,
            null);
    draft.put(draft.own().id(), reminder);
    draft.put(about.ledger(draft), kept);
    Map<String, String> values = new HashMap<>(debts.values(kept));
    values.put("when", new FollowUpView(draft).when(reminder));
    List<Button> buttons = new ArrayList<>();
    Optional<Button> record = StrangerDebts.offer(draft, kept);
    record.ifPresent(buttons::add);
    values.put("stranger", record.isPresent() ? draft.text("owed.stranger", Map.of()) : "");
    if (when == null) {
      buttons.add(new FollowUpView(draft).button("button.move", FollowUpView.MOVE, reminder));
    }
    buttons.add(
        new Button(
            draft.text("button.receivables", Map.of()),
            Buttons.data(Buttons.COMMAND, "receivables")));
    buttons.add(view.undo());
    draft.say(
        when == null ? "owed.kept.undated" : "owed.kept", values, buttons.toArray(Button[]::new));
  }

  private FollowUpTime later() {
    LocalDate day = rhythm.date(draft.in().now()).plusDays(ASKED_IN);
    LocalDate worked = new Routines(draft).workedFrom(day);
    return FollowUpTime.onDay(worked, false, new Routines(draft).planner(), draft.in().now());
  }

  private void list() {
    List<Receivable> open = debts.open();
    if (open.isEmpty()) {
      draft.say("receivables.none", Map.of());
      return;
    }
    List<Button> buttons = new ArrayList<>();
    boolean team = !draft.in().snapshot().team().isEmpty();
    List<String> lines = team ? byRep(open, buttons) : lines(0, open, RemarkView.SHOWN, buttons);
    long all = open.stream().mapToLong(Receivable::left).sum();
    String text =
        draft.text(
            "receivables",
            Map.of(
                "n", String.valueOf(open.size()),
                "yuan", PriceSeen.yuan(all),
                "list", String.join("\n", lines)));
    buttons.add(
        new Button(draft.text("button.part", Map.of()), Buttons.data(Buttons.COMMAND, "paid")));
    draft.reply(new Reply("receivables", text, null, null, buttons));
  }

  /**
   * Lines of debts, with buttons for those that the speaker books.
   *
   * @param before how many stand above
   */
  private List<String> lines(int before, List<Receivable> open, int most, List<Button> buttons) {
    Debtors debtors = new Debtors(draft);
    List<String> lines = new ArrayList<>();
    for (Receivable one : open.subList(0, Math.min(most, open.size()))) {
      String number = String.valueOf(before + lines.size() + 1);
      lines.add(debts.line(number, one));
      if (debtors.isMine(one)) {
        String label = draft.text("button.paid", Map.of("n", number));
        buttons.add(view.button(label, PAID, one.distributor(), one.id()));
      }
    }
    return lines;
  }

  /** The debts of a team: each rep's own with what they come to, then those of the reps. */
  private List<String> byRep(List<Receivable> open, List<Button> buttons) {
    Map<String, List<Receivable>> each = new LinkedHashMap<>();
    open.forEach(one -> each.computeIfAbsent(holder(one), key -> new ArrayList<>()).add(one));
    List<String> lines = new ArrayList<>();
    int[] above = new int[1];
    each.forEach(
        (rep, theirs) -> {
          String name = draft.in().snapshot().names().getOrDefault(rep, rep);
          lines.add(
              draft.text(
                  "receivables.rep",
                  Map.of(
                      "name", name,
                      "n", String.valueOf(theirs.size()),
                      "yuan", PriceSeen.yuan(Debtors.left(theirs)))));
          List<String> shown = lines(above[0], theirs, OF_EACH, buttons);
          above[0] += shown.size();
          lines.addAll(shown);
        });
    return lines;
  }

  /** Who has the customer now, else who told the debt. */
  private String holder(Receivable one) {
    String id = one.distributor();
    return draft.in().snapshot().team().entrySet().stream()
        .filter(rep -> rep.getValue().stream().anyMatch(card -> card.id().equals(id)))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(one.rep());
  }

  @Override
  public boolean button(String verb, List<String> arguments) {
    if (!verb.equals(RemarkView.VERB) || arguments.size() != 3 || !arguments.get(0).equals(PAID)) {
      return false;
    }
    String ledger = view.ledger(arguments);
    Optional<Receivable> found =
        draft.ledger(ledger).find(Receivable.class, arguments.get(2)).filter(Receivable::isOpen);
    found.ifPresent(
        one -> {
          draft.put(ledger, one.paid(draft.in().now()));
          view.done(one.followUp());
          draft.say("owed.paid", debts.values(one), view.undo());
        });
    return found.isPresent();
  }
}
