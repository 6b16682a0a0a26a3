package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.FollowUp;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.PriceSeen;
import dev.zhaoshang.domain.Receivable;
import dev.zhaoshang.understanding.remark.PaymentReader;
import dev.zhaoshang.understanding.remark.PaymentReader.Payment;
import dev.zhaoshang.understanding.remark.PaymentReader.Promised;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keeps what customers pay of what they owe; what is due first is paid first. */
final class PaymentFlow implements Flow {

  private static final PaymentReader READER = PaymentReader.load();
  private static final String PAYER = "by";
  private static final int CODE = 36;
  private static final Pattern CHOICE =
      Pattern.compile(PAYER + "-([0-9a-z]{1,12})-([0-9a-z]{1,12})(?:-([0-9a-z]{1,4}))?");

  private final Draft draft;
  private final RemarkView view;
  private final ReceivableView debts;
  private final Debtors debtors;

  PaymentFlow(Draft draft) {
    this.draft = draft;
    this.view = new RemarkView(draft);
    this.debts = new ReceivableView(draft);
    this.debtors = new Debtors(draft);
  }

  @Override
  public boolean command(Command command, Meaning meaning) {
    if (command != Command.PAID) {
      return false;
    }
    String words = view.words(meaning);
    ZonedDateTime now = draft.in().now().atZone(draft.rhythm().zone());
    Optional<Promised> promised = READER.promised(words, now);
    if (promised.isPresent()) {
      new PromisedPayment(draft).keep(words, promised.get());
      return true;
    }
    if (READER.promises(words, now)) {
      draft.say("paid.promised", Map.of());
      return true;
    }
    Optional<Payment> told = READER.read(words, now);
    if (told.isEmpty()) {
      draft.say("paid.how", Map.of());
      return true;
    }
    List<Receivable> owed = debtors.owed(words, told.get().who());
    if (owed.isEmpty()) {
      draft.say("paid.none", Map.of("who", who(words, told.get().who())));
    } else {
      paid(owed, told.get());
    }
    return true;
  }

  private void paid(List<Receivable> owed, Payment told) {
    LocalDate on = told.on();
    BigDecimal yuan = told.yuan();
    Long fen = yuan == null ? null : PriceSeen.fen(yuan);
    List<Receivable> due = told.due() ? dueOn(owed, on) : owed;
    List<Receivable> these = due.isEmpty() ? owed : due;
    if (these.stream().map(Debtors::payer).distinct().count() > 1) {
      which(these, fen, on);
    } else if (due.isEmpty()) {
      much(owed, on);
    } else {
      pay(owed, these, fen == null ? Debtors.left(these) : fen, on);
    }
  }

  /** Money is not booked on a guess: a tap tells that it was all. */
  private void much(List<Receivable> owed, @Nullable LocalDate on) {
    Receivable first = owed.get(0);
    long left = Debtors.left(owed);
    Map<String, String> values = new HashMap<>(debts.values(first));
    values.put("yuan", PriceSeen.yuan(left));
    String what = choice(left, left, on);
    draft.say(
        "paid.much",
        values,
        view.button(draft.text("button.all", values), what, first.distributor(), first.id()));
  }

  /** What was due that day. */
  private List<Receivable> dueOn(List<Receivable> owed, @Nullable LocalDate day) {
    return owed.stream().filter(one -> day != null && day.equals(day(debts.until(one)))).toList();
  }

  private @Nullable LocalDate day(@Nullable Instant until) {
    return until == null ? null : draft.rhythm().date(until);
  }

  /** Money of one is not taken off the debts of another: who of them paid is asked. */
  private void which(List<Receivable> owed, @Nullable Long fen, @Nullable LocalDate on) {
    Map<String, List<Receivable>> each = new LinkedHashMap<>();
    owed.forEach(
        one -> each.computeIfAbsent(Debtors.payer(one), key -> new ArrayList<>()).add(one));
    List<Button> buttons = new ArrayList<>();
    each.values().stream()
        .limit(RemarkView.SHOWN)
        .forEach(
            theirs -> {
              Receivable first = theirs.get(0);
              long left = Debtors.left(theirs);
              Map<String, String> values = new HashMap<>(debts.values(first));
              values.put("yuan", PriceSeen.yuan(left));
              String what = choice(fen == null ? left : fen, left, on);
              buttons.add(
                  view.button(
                      draft.text("button.payer", values), what, first.distributor(), first.id()));
            });
    draft.say(
        fen == null ? "paid.which.all" : "paid.which",
        Map.of("paid", fen == null ? "" : PriceSeen.yuan(fen)),
        buttons.toArray(Button[]::new));
  }

  private static String choice(long paid, long left, @Nullable LocalDate on) {
    String sum = String.join("-", PAYER, code(paid), code(left));
    return on == null ? sum : sum + "-" + code(on.toEpochDay());
  }

  /** Short, for buttons. */
  private static String code(long fen) {
    return Long.toString(fen, CODE);
  }

  /** {@code remark:by-<paid>-<left until then>[-<day>]:<distributor, or nothing>:<entry>}. */
  @Override
  public boolean button(String verb, List<String> arguments) {
    boolean about = verb.equals(RemarkView.VERB) && arguments.size() == 3;
    Matcher what = CHOICE.matcher(about ? arguments.get(0) : "");
    if (!what.matches()) {
      return false;
    }
    Optional<Receivable> found =
        draft
            .ledger(view.ledger(arguments))
            .find(Receivable.class, arguments.get(2))
            .filter(Receivable::isOpen);
    List<Receivable> owed = found.map(debtors::owedWith).orElse(List.of());
    // Tapped again, it would take the same money off once more.
    boolean fresh = !owed.isEmpty() && code(Debtors.left(owed)).equals(what.group(2));
    if (fresh) {
      String day = what.group(3);
      LocalDate on = day == null ? null : LocalDate.ofEpochDay(Long.parseLong(day, CODE));
      pay(owed, owed, Long.parseLong(what.group(1), CODE), on);
    }
    return fresh;
  }

  private String who(String words, String who) {
    String named = About.named(draft, words).map(About::title).orElse(who);
    return named.isEmpty() ? draft.text("owed.somebody", Map.of()) : named;
  }

  /**
   * Keeps a payment.
   *
   * @param owed all that is owed
   * @param these what of it was paid
   * @param on the day on which it was; null for now
   */
  private void pay(
      List<Receivable> owed, List<Receivable> these, long fen, @Nullable LocalDate on) {
    Instant now = draft.in().now();
    Instant at =
        on == null ? now : on.atTime(LocalTime.NOON).atZone(draft.rhythm().zone()).toInstant();
    long rest = fen;
    List<Receivable> after = new ArrayList<>();
    for (Receivable one : owed) {
      long part = these.contains(one) ? Math.min(rest, one.left()) : 0;
      if (part > 0) {
        rest -= part;
        after.add(pay(one, part, at));
      } else {
        after.add(one);
      }
    }
    Map<String, String> values = new HashMap<>(debts.values(owed.get(0)));
    values.put("paid", PriceSeen.yuan(fen - rest));
    values.put("left", PriceSeen.yuan(Debtors.left(after)));
    values.put("over", PriceSeen.yuan(rest));
    values.put("on", on == null ? "" : draft.text("paid.on", Map.of("day", view.day(at))));
    Optional<Receivable> next = after.stream().filter(Receivable::isOpen).findFirst();
    Instant until = next.map(debts::until).orElse(null);
    values.put("when", until == null ? "" : view.day(until));
    String id =
        next.isPresent()
            ? until == null ? "paid.part.undated" : "paid.part"
            : rest > 0 ? "paid.over" : "paid.all";
    draft.say(
        id,
        values,
        new Button(
            draft.text("button.receivables", Map.of()),
            Buttons.data(Buttons.COMMAND, "receivables")),
        view.undo());
  }

  private Receivable pay(Receivable one, long part, Instant at) {
    Receivable paid = one.paid(part, at);
    draft.put(new About(one.distributor(), "").ledger(draft), paid);
    if (paid.isOpen()) {
      remind(paid);
    } else {
      view.done(one.followUp());
    }
    return paid;
  }

  /** The reminder is of what is left, on the same day. */
  private void remind(Receivable one) {
    draft
        .own()
        .find(FollowUp.class, one.followUp())
        .filter(FollowUp::isOpen)
        .ifPresent(
            reminder ->
                draft.put(
                    draft.own().id(),
                    reminder.saying(draft.text("owed.collect", debts.values(one)))));
  }
}
