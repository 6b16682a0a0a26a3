package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.FollowUp;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Rhythm;
import dev.zhaoshang.domain.Stage;
import dev.zhaoshang.domain.Tick;
import dev.zhaoshang.domain.Trip;
import dev.zhaoshang.understanding.followup.AppointmentReader;
import dev.zhaoshang.understanding.followup.AppointmentReader.Act;
import dev.zhaoshang.understanding.followup.AppointmentReader.Told;
import dev.zhaoshang.understanding.time.TimeProblem;
import dev.zhaoshang.understanding.time.TimeReading;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps when distributors are met (the source has them phoned for it before every visit). An
 * appointment is something to do, so it is reminded of, listed, moved and handed over as that is.
 */
final class AppointmentFlow implements Flow {

  private static final AppointmentReader READER = AppointmentReader.load();

  /** What is kept in a turn beside other things has the ids from here on. */
  private static final int FIRST_ID = 180;

  /** The point of the lists of preparations that is done with it. */
  private static final String POINT = "appointment";

  /** Nobody is at two places within this time. */
  private static final Duration APART = Duration.ofMinutes(45);

  private final Draft draft;
  private final Rhythm rhythm;
  private final FollowUpView view;

  AppointmentFlow(Draft draft) {
    this.draft = draft;
    this.rhythm = draft.rhythm();
    this.view = new FollowUpView(draft);
  }

  @Override
  public boolean command(Command command, Meaning meaning) {
    if (command != Command.APPOINT) {
      return false;
    }
    String words = new RemarkView(draft).words(meaning);
    ZonedDateTime now = draft.in().now().atZone(rhythm.zone());
    Optional<Told> told = READER.told(words, now);
    TimeReading reading = told.map(Told::times).orElseGet(() -> READER.times(words, now));
    Act act = told.map(Told::act).orElse(Act.MAKE);
    if (told.isEmpty() && meaning.argument() == null) {
      list();
    } else if (act == Act.CANCEL) {
      standing(words).ifPresent(one -> off(one, words));
    } else if (reading.first().isEmpty()) {
      draft.say(reading.problem().map(TimeProblem::reply).orElse("appointment.when"), Map.of());
    } else if (act == Act.MOVE) {
      standing(words).ifPresent(one -> keep(one, reading, "appointment.moved"));
    } else {
      make(words, reading, now);
    }
    return true;
  }

  /** Several with somebody each are several appointments; else it is one. */
  private void make(String words, TimeReading reading, ZonedDateTime now) {
    List<String> each = READER.each(words, now);
    boolean several =
        each.size() > 1 && each.stream().allMatch(one -> About.named(draft, one).isPresent());
    if (!several) {
      make(About.of(draft, words), reading, FIRST_ID);
      return;
    }
    for (int n = 0; n < each.size(); n++) {
      make(About.of(draft, each.get(n)), READER.times(each.get(n), now), FIRST_ID + n);
    }
  }

  private void make(About about, TimeReading reading, int id) {
    if (about.title().isEmpty()) {
      draft.say("appointment.who", Map.of());
      return;
    }
    Optional<FollowUp> before =
        FollowUp.appointments(draft.own()).stream().filter(one -> isWith(one, about)).findFirst();
    if (before.isPresent()) {
      keep(before.get(), reading, "appointment.moved");
      return;
    }
    String what = draft.text("appointment.what", Map.of("title", about.title()));
    FollowUp fresh =
        time(reading)
            .meeting(Ids.of(draft.turn(), id), about.distributor(), what, rhythm.zone().getId());
    keep(fresh, reading, "appointment.kept");
  }

  private static boolean isWith(FollowUp one, About about) {
    String distributor = about.distributor();
    return distributor == null
        ? one.distributor() == null && NameMatch.contains(one.what(), about.title())
        : distributor.equals(one.distributor());
  }

  private FollowUpTime time(TimeReading reading) {
    return FollowUpTime.of(
            reading.first().orElseThrow(), new Routines(draft).planner(), draft.in().now())
        .ahead(draft.in().now());
  }

  private void keep(FollowUp one, TimeReading reading, String replyId) {
    FollowUp kept = time(reading).open(one, rhythm.zone().getId(), one.note());
    String also = clash(kept) + offTheList(kept) + given(kept);
    draft.put(draft.own().id(), kept);
    prepared(kept);
    draft.say(
        replyId,
        Map.of("what", view.what(kept), "when", view.when(kept), "also", also),
        view.button("button.move", FollowUpView.MOVE, kept),
        view.undo());
  }

  /** Somebody else is met at about that time. */
  private String clash(FollowUp kept) {
    return FollowUp.appointments(draft.own()).stream()
        .filter(one -> !one.id().equals(kept.id()) && !one.isForDay() && !kept.isForDay())
        .filter(one -> Duration.between(one.at(), kept.at()).abs().compareTo(APART) < 0)
        .map(
            one ->
                draft.text(
                    "appointment.clash", Map.of("what", view.what(one), "when", view.when(one))))
        .findFirst()
        .orElse("");
  }

  /** On a trip on that day the visit list lacks him. */
  private String offTheList(FollowUp kept) {
    String distributor = kept.distributor();
    LocalDate day = rhythm.date(kept.at());
    boolean lacks =
        distributor != null
            && draft.own().all(Trip.class).stream()
                .filter(trip -> trip.overlaps(day, day))
                .anyMatch(trip -> trip.stop(distributor).isEmpty());
    return lacks ? draft.text("appointment.offlist", Map.of()) : "";
  }

  /** He was given up: an appointment with him stands, but not without a word. */
  private String given(FollowUp kept) {
    Distributor with = kept.distributor() == null ? null : draft.find(kept.distributor());
    boolean dropped = with != null && new Stages(draft).reached(with).contains(Stage.DROPPED);
    return dropped ? draft.text("appointment.dropped", Map.of()) : "";
  }

  /** The point of the preparations that it is agreed when and where to meet. */
  private void prepared(FollowUp kept) {
    Distributor with = kept.distributor() == null ? null : draft.find(kept.distributor());
    if (with == null) {
      return;
    }
    String list = Stage.of(with).isSigned() ? "existingVisitPrepare" : "firstVisitPrepare";
    draft
        .content()
        .checklist(list)
        .flatMap(one -> one.item(POINT))
        .ifPresent(
            item ->
                draft.put(
                    Ledger.ofDistributor(with.id()),
                    new Tick(
                        Tick.id(list, "", item.id()),
                        list,
                        "",
                        item.id(),
                        Tick.State.DONE,
                        view.when(kept),
                        draft.in().session().rep(),
                        draft.in().now())));
  }

  /** The appointment that the words are about; says so when there is none, or several. */
  private Optional<FollowUp> standing(String words) {
    List<FollowUp> all = FollowUp.appointments(draft.own());
    About about = About.of(draft, words);
    List<FollowUp> with = all.stream().filter(one -> isWith(one, about)).toList();
    boolean named = About.named(draft, words).isPresent();
    Optional<FollowUp> one =
        with.stream().findFirst().or(() -> named || all.size() != 1 ? Optional.empty() : only(all));
    if (one.isEmpty()) {
      draft.say("appointment.none", Map.of("who", about.title()));
    }
    return one;
  }

  private static Optional<FollowUp> only(List<FollowUp> all) {
    return Optional.of(all.get(0));
  }

  private void off(FollowUp one, String words) {
    FollowUp ended = one.ended(FollowUp.State.DROPPED, words);
    draft.put(draft.own().id(), ended);
    view.say("appointment.off", ended, "", view.undo());
  }

  private void list() {
    List<FollowUp> all = FollowUp.appointments(draft.own());
    if (all.isEmpty()) {
      draft.say("appointments.none", Map.of());
      return;
    }
    List<String> lines = new ArrayList<>();
    all.forEach(
        one ->
            lines.add(
                draft.text(
                    "appointments.one", Map.of("what", view.what(one), "when", view.when(one)))));
    draft.say("appointments", Map.of("list", String.join("\n", lines)));
  }
}
