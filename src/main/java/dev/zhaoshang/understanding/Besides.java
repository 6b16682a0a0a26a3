package dev.zhaoshang.understanding;

import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.FactState;
import dev.zhaoshang.domain.Found;
import dev.zhaoshang.domain.Intent;
import dev.zhaoshang.understanding.field.Asked;
import dev.zhaoshang.understanding.followup.AppointmentReader;
import dev.zhaoshang.understanding.followup.FollowUpOrders;
import dev.zhaoshang.understanding.followup.FollowUpReader;
import dev.zhaoshang.understanding.intent.IntentSigns;
import dev.zhaoshang.understanding.remark.PaymentReader;
import dev.zhaoshang.understanding.remark.RemarkReader;
import dev.zhaoshang.understanding.rhythm.LeaveReader;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Script;
import dev.zhaoshang.understanding.text.Typed;
import dev.zhaoshang.understanding.trip.TripReader;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What a text tells beside the facts of a distributor, though it is worded as no command: things to
 * do, an appointment, leave, a trip, a price, a debt, news. What is only told, and not asked for,
 * gives way to objections, to free answers and to sure values. Immutable.
 */
final class Besides {

  /** What is longer gives no order; it also bounds how deep a pattern recurses. */
  private static final int LONGEST_ORDER = 300;

  private final IntentSigns signs;
  private final FollowUpReader followUps;
  private final FollowUpOrders followUpOrders;
  private final AppointmentReader appointments;
  private final LeaveReader leaves;
  private final TripReader trips;
  private final RemarkReader remarks;
  private final PaymentReader payments;

  Besides(IntentSigns signs, Lexicon lexicon, Script script) {
    this.signs = signs;
    this.followUps = new FollowUpReader(lexicon, script);
    this.followUpOrders = new FollowUpOrders(lexicon, script);
    this.appointments = new AppointmentReader(lexicon, script);
    this.leaves = new LeaveReader(lexicon, script);
    this.trips = new TripReader(lexicon, script);
    this.remarks = new RemarkReader(lexicon, script);
    this.payments = new PaymentReader(lexicon, script);
  }

  /**
   * The command for which such a text stands; empty when it tells nothing of the kind.
   *
   * @param now what time it is, in the zone of the one who speaks
   */
  Optional<Command> of(Typed typed, Asked question, Judgement.Verdict verdict, ZonedDateTime now) {
    if (followUpOrders.handsOver(typed.original()).isPresent()) {
      return Optional.of(Command.HAND_OVER);
    }
    if (appointments.isTold(typed)) {
      return Optional.of(Command.APPOINT);
    }
    if (trips.isPlan(typed) || (!question.freeText() && trips.isPast(typed, now))) {
      return Optional.of(Command.TRIP);
    }
    boolean free = verdict.fired().isEmpty() && !question.freeText();
    boolean asks = signs.asks(typed.plain());
    Optional<Command> remark = asks ? Optional.empty() : remark(typed, question, free, now);
    if (remark.isPresent()) {
      return remark;
    }
    Optional<Command> leave = free ? leave(typed) : Optional.empty();
    if (leave.isPresent()) {
      return leave;
    }
    // what is put off may be put off to what the rep has to do
    boolean passes =
        verdict.intent() == Intent.SKIP
            && verdict.skip() != FactState.SKIPPED
            && question.aspect() != null;
    boolean plain =
        free
            && !asks
            && !passes
            && verdict.fields().stream().noneMatch(f -> f.confidence() >= Judgement.FIRM);
    // "Mr Sun's is moved to Monday" names him, and tells nothing of him
    boolean named =
        verdict.fields().stream()
            .allMatch(f -> f.confidence() < Judgement.FIRM || f.field().equals("name"));
    boolean mayMove = free && !asks && !passes && named;
    if (mayMove && typed.plain().length() <= LONGEST_ORDER && followUpOrders.moves(typed)) {
      return Optional.of(Command.POSTPONE);
    }
    return followUps
        .read(typed)
        .filter(toDo -> toDo.explicit() || plain)
        .filter(toDo -> !toDo.promised() || apart(typed.original(), verdict).isEmpty())
        .map(toDo -> Command.FOLLOW_UP);
  }

  /** Whether it takes leave or gives it back. */
  Optional<Command> leave(Typed typed) {
    return leaves.takes(typed)
        ? Optional.of(Command.LEAVE)
        : Optional.of(Command.LEAVE_END).filter(end -> leaves.ends(typed));
  }

  /** Whether it says "remind me", which is an order whatever is asked. */
  boolean remindsOf(Typed typed) {
    return typed.plain().length() <= LONGEST_ORDER
        && followUps.read(typed).filter(toDo -> toDo.explicit() && !toDo.promised()).isPresent();
  }

  /**
   * Who owes or pays us what is no objection, though "pays at the end of the month" sounds like
   * one.
   */
  private Optional<Command> remark(Typed typed, Asked question, boolean free, ZonedDateTime now) {
    if (question.freeText() || question.about("similar")) {
      return Optional.empty();
    }
    boolean promised =
        payments.promised(typed, now).filter(one -> free || one.yuan() != null).isPresent();
    return promised || payments.told(typed, now).isPresent()
        ? Optional.of(Command.PAID)
        : remarks.told(typed).filter(command -> free || command == Command.OWED);
  }

  /**
   * Whether the text is a whole entry of its own: a trip, an appointment, a price, a debt, news, a
   * payment.
   */
  boolean entry(Typed typed, ZonedDateTime now) {
    return appointments.isTold(typed)
        || trips.isPlan(typed)
        || remarks.told(typed).isPresent()
        || payments.told(typed, now).isPresent();
  }

  /** Sure values that a text tells beside a promise, in clauses of their own. */
  private List<Found> apart(String text, Judgement.Verdict verdict) {
    List<Found> sure =
        verdict.fields().stream()
            .filter(f -> f.value() != null && f.confidence() >= Judgement.FIRM)
            .toList();
    if (sure.isEmpty()) {
      return sure;
    }
    List<String> promises = followUps.clauses(text);
    String rest = text;
    for (String promise : promises) {
      rest = rest.replace(promise, " ");
    }
    String beside = rest;
    return promises.isEmpty()
        ? List.of()
        : sure.stream().filter(f -> beside.contains(f.words())).toList();
  }

  /** What a promise names, such as a number to ring, is no value where others stand beside it. */
  Judgement.Verdict withoutPromises(String text, Judgement.Verdict verdict) {
    List<Found> apart = apart(text, verdict);
    return apart.isEmpty()
        ? verdict
        : new Judgement.Verdict(
            verdict.intent(), verdict.confidence(), apart, verdict.skip(), verdict.fired());
  }
}
