package dev.zhaoshang.conversation;

import dev.zhaoshang.conversation.machine.States;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.FollowUp;
import dev.zhaoshang.domain.FollowUp.State;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Rhythm;
import dev.zhaoshang.understanding.followup.FollowUpOrders;
import dev.zhaoshang.understanding.followup.FollowUpOrders.HandOver;
import dev.zhaoshang.understanding.time.Facing;
import dev.zhaoshang.understanding.time.TimeProblem;
import dev.zhaoshang.understanding.time.TimeReading;
import dev.zhaoshang.understanding.time.When;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of things to do: done, moved with a reason, dropped, handed over. They are named by
 * their number in the list, by a button or by words that fit one alone. While it is asked to when
 * one is moved, the session's subject is its id.
 */
final class FollowUpChanges implements Flow {

  private static final Duration SNOOZE = Duration.ofHours(1);
  private static final FollowUpOrders ORDERS = FollowUpOrders.load();

  private final Draft draft;
  private final Rhythm rhythm;
  private final FollowUpView view;

  FollowUpChanges(Draft draft) {
    this.draft = draft;
    this.rhythm = draft.rhythm();
    this.view = new FollowUpView(draft);
  }

  @Override
  public boolean command(Command command, Meaning meaning) {
    String argument = Objects.requireNonNullElse(meaning.argument(), "");
    switch (command) {
      case TICK_OFF -> named(argument).ifPresent(one -> end(one, State.DONE));
      case DISCARD -> named(argument).ifPresent(one -> end(one, State.DROPPED));
      case POSTPONE, FOLLOW_UP -> postpone();
      case HAND_OVER -> ORDERS.handsOver(text()).ifPresent(this::handOver);
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean button(String verb, List<String> arguments) {
    if (!verb.equals(FollowUpView.VERB) || arguments.size() < 2) {
      return false;
    }
    Optional<FollowUp> found = draft.own().find(FollowUp.class, arguments.get(1));
    Optional<FollowUp> held = found.filter(one -> one.state() == State.HELD);
    if (held.isPresent()) {
      return decide(held.get(), arguments.get(0));
    }
    Optional<FollowUp> open = found.filter(FollowUp::isOpen);
    if (open.isEmpty()) {
      found.ifPresent(one -> view.say("followup.ended", one, ""));
      return found.isPresent();
    }
    switch (arguments.get(0)) {
      case FollowUpView.DONE -> end(open.get(), State.DONE);
      case FollowUpView.DROP -> end(open.get(), State.DROPPED);
      case FollowUpView.MOVE -> askWhen(open.get());
      case FollowUpView.LATER -> later(open.get());
      case FollowUpView.WHY -> {
        return arguments.size() == 3 && because(open.get(), arguments.get(2));
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Keeps a promise that is against a rule, or lets it go. */
  private boolean decide(FollowUp held, String action) {
    boolean keeps = action.equals(FollowUpView.KEEP);
    FollowUp next = keeps ? held.in(State.OPEN) : held.ended(State.DROPPED, held.note());
    draft.put(draft.own().id(), next);
    view.say(keeps ? "promise.kept" : "promise.let", next, "", view.undo());
    return true;
  }

  @Override
  public boolean text(Meaning meaning) {
    if (draft.position().state().equals(States.MOVING)) {
      return moved(text());
    }
    boolean free = meaning.fired().isEmpty() && draft.position().about() == null;
    return free
        && (ends(ORDERS.finished(text()), State.DONE)
            || ends(ORDERS.dropped(text()), State.DROPPED));
  }

  /** Ends the one open thing that the words are about; none or several are left alone. */
  private boolean ends(@Nullable String words, State end) {
    if (words == null) {
      return false;
    }
    List<FollowUp> about =
        view.open().stream().filter(one -> ORDERS.isAbout(words, view.what(one))).toList();
    if (about.size() == 1) {
      end(about.get(0), end);
    }
    return about.size() == 1;
  }

  private void end(FollowUp one, State end) {
    FollowUp ended = one.ended(end, ORDERS.reason(text()));
    draft.put(draft.own().id(), ended);
    String id = end == State.DONE ? "followup.done" : "followup.dropped";
    int left = view.open().size();
    view.say(left == 0 ? id + ".last" : id, ended, ended.note(), view.undo());
  }

  /** Reminds of it once more, at that time. */
  void remindAgain(FollowUp one, Instant at) {
    FollowUp again = one.remindedAt(at);
    draft.put(draft.own().id(), again);
    String when = new Dates(draft, rhythm.zone()).moment(at, rhythm.zone());
    draft.say("followup.again", Map.of("what", view.what(again), "when", when));
  }

  private void later(FollowUp one) {
    FollowUp again = one.remindedAt(draft.in().now().plus(SNOOZE));
    draft.put(draft.own().id(), again);
    view.say("followup.later", again, "");
  }

  /** Asks to when it is moved. */
  void askWhen(FollowUp one) {
    draft.enter(States.MOVING, one.id());
    view.say("followup.towhen", one, "");
  }

  /** The answer to when one is moved to; false when it tells no time, and so is no answer. */
  private boolean moved(String text) {
    Optional<FollowUp> one =
        Optional.ofNullable(draft.position().subject())
            .flatMap(id -> draft.own().find(FollowUp.class, id))
            .filter(FollowUp::isOpen);
    TimeReading reading = read(text);
    if (one.isEmpty() || (reading.times().isEmpty() && reading.unclear().isEmpty())) {
      return false;
    }
    if (reading.first().isPresent()) {
      draft.up();
    }
    move(one.get(), reading, text);
    return true;
  }

  private void postpone() {
    if (draft.position().state().equals(States.MOVING) && moved(text())) {
      return;
    }
    int number = ORDERS.numbered(text());
    Optional<FollowUp> one = number > 0 ? named(String.valueOf(number)) : fitting(text());
    if (one.isPresent()) {
      move(one.get(), read(text()), text());
    } else if (number == 0) {
      which();
    }
  }

  /** The one open thing, or the one that shares most characters with the text. */
  private Optional<FollowUp> fitting(String text) {
    List<FollowUp> open = view.open();
    if (open.size() == 1) {
      return Optional.of(open.get(0));
    }
    List<FollowUp> about = open.stream().filter(one -> ORDERS.shares(text, one.what())).toList();
    return about.size() == 1 ? Optional.of(about.get(0)) : Optional.empty();
  }

  /** Moves it to the time that was read in the text. */
  void move(FollowUp one, TimeReading reading, String text) {
    Optional<When> when = reading.first();
    if (when.isEmpty()) {
      draft.say(reading.problem().orElse(TimeProblem.VAGUE).reply(), Map.of());
      return;
    }
    String why = ORDERS.reason(text);
    FollowUpTime time =
        FollowUpTime.of(when.get(), new Routines(draft).planner(), draft.in().now());
    FollowUp moved =
        (one.isAppointment() ? time.ahead(draft.in().now()) : time)
            .open(one, rhythm.zone().getId(), why.isEmpty() ? one.note() : why);
    draft.put(draft.own().id(), moved);
    if (why.isEmpty()) {
      view.say("followup.moved.why", moved, "", reasons(moved));
    } else {
      view.say("followup.moved", moved, why, view.undo());
    }
  }

  private Button[] reasons(FollowUp one) {
    return Stream.of("customer", "goods", "busy")
        .map(
            reason ->
                new Button(
                    draft.text("reason." + reason, Map.of()),
                    Buttons.data(FollowUpView.VERB, FollowUpView.WHY, one.id(), reason)))
        .toArray(Button[]::new);
  }

  private boolean because(FollowUp one, String reason) {
    if (!draft.content().replies().containsKey("reason." + reason)) {
      return false;
    }
    String why = draft.text("reason." + reason, Map.of());
    FollowUp told = one.because(why);
    draft.put(draft.own().id(), told);
    view.say("followup.because", told, why);
    return true;
  }

  private void handOver(HandOver order) {
    named(String.valueOf(order.number()))
        .ifPresent(one -> new FollowUpHandOver(draft, view).to(order.who(), one));
  }

  /** The open thing with that number in the list; says so when there is none. */
  private Optional<FollowUp> named(String words) {
    List<FollowUp> open = view.open();
    if (words.isBlank() && open.size() == 1) {
      return Optional.of(open.get(0));
    }
    Optional<FollowUp> numbered = view.numbered(ORDERS.number(words));
    if (numbered.isPresent()) {
      numbered.filter(one -> !one.isOpen()).ifPresent(one -> view.say("followup.ended", one, ""));
      return numbered.filter(FollowUp::isOpen);
    }
    List<FollowUp> about =
        open.stream().filter(one -> ORDERS.isAbout(words, view.what(one))).toList();
    if (about.size() == 1) {
      return Optional.of(about.get(0));
    }
    which();
    return Optional.empty();
  }

  private void which() {
    if (view.open().isEmpty()) {
      draft.say("todo.none", Map.of());
    } else {
      draft.say("followup.which", Map.of());
      view.list();
    }
  }

  private TimeReading read(String text) {
    return draft.in().times().read(text, draft.in().now().atZone(rhythm.zone()), Facing.AHEAD);
  }

  private String text() {
    return draft.in().entry().body().text();
  }
}
