package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.FollowUp;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Remark;
import dev.zhaoshang.domain.Remark.Sort;
import dev.zhaoshang.domain.Remark.State;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Rhythm;
import dev.zhaoshang.understanding.time.Facing;
import dev.zhaoshang.understanding.time.When;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Keeps news, needs, complaints and services that were promised, and what became of them. News goes
 * to the superior; a service is done, with its quality, or has to be made good.
 */
final class RemarkFlow implements Flow {

  /** What is kept in a turn beside other things has the ids from here on. */
  private static final int FIRST_ID = 140;

  private static final String DONE = "done";
  private static final String UNDONE = "undone";

  private final Draft draft;
  private final RemarkView view;
  private final Rhythm rhythm;

  RemarkFlow(Draft draft) {
    this.draft = draft;
    this.view = new RemarkView(draft);
    this.rhythm = draft.rhythm();
  }

  @Override
  public boolean command(Command command, Meaning meaning) {
    String argument = Objects.requireNonNullElse(meaning.argument(), "").strip();
    switch (command) {
      case INTEL -> keep(Sort.INTEL, meaning);
      case NEED -> keep(Sort.NEED, meaning);
      case COMPLAINT -> keep(Sort.COMPLAINT, meaning);
      case SERVICE -> keep(Sort.SERVICE, meaning);
      case REMARKS -> list(argument);
      case FOLLOW_UP -> {
        // What is told with a day may be the remedy that was asked for.
        return text(meaning);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void keep(Sort sort, Meaning meaning) {
    String words = view.words(meaning);
    if (meaning.argument() == null && words.startsWith("/")) {
      draft.say("remark.how." + sort.id(), Map.of());
      return;
    }
    About about = About.of(draft, words);
    if (sort.isTask() && about.distributor() == null) {
      draft.say("remark.who", Map.of("words", words));
      return;
    }
    Optional<FollowUp> reminder =
        sort == Sort.SERVICE ? reminder(about, words, FIRST_ID) : Optional.empty();
    Remark kept =
        new Remark(
            Ids.of(draft.turn(), FIRST_ID + 1),
            sort,
            about.distributor(),
            about.title(),
            words,
            draft.in().session().rep(),
            draft.in().now(),
            reminder.map(FollowUp::at).orElse(null),
            State.OPEN,
            "",
            "",
            reminder.map(FollowUp::id).orElse(null));
    reminder.ifPresent(one -> draft.put(draft.own().id(), one));
    draft.put(about.ledger(draft), kept);
    boolean told = sort == Sort.INTEL && view.report("intel.reported", words);
    Map<String, String> values = new HashMap<>();
    values.put("words", words);
    values.put("about", view.of(about.title()));
    values.put("when", reminder.map(new FollowUpView(draft)::when).orElse(""));
    String id = "remark.kept." + sort.id();
    String variant = told ? id + ".reported" : reminder.isPresent() ? id + ".dated" : id;
    draft.say(variant, values, view.undo());
  }

  /** What reminds of a promise, when its words tell a time. */
  private Optional<FollowUp> reminder(About about, String words, int number) {
    Optional<When> when =
        draft
            .in()
            .times()
            .read(words, draft.in().now().atZone(rhythm.zone()), Facing.AHEAD)
            .first();
    return when.map(
        one ->
            FollowUpTime.of(one, new Routines(draft).planner(), draft.in().now())
                .open(
                    Ids.of(draft.turn(), number),
                    about.distributor(),
                    words,
                    rhythm.zone().getId(),
                    true));
  }

  private void list(String words) {
    String lower = words.toLowerCase(Locale.ROOT);
    List<Remark> all =
        view.all(Remark.class).stream()
            .filter(one -> (one.words() + one.customer()).toLowerCase(Locale.ROOT).contains(lower))
            .sorted(Comparator.comparing(Remark::isOpen).thenComparing(Remark::at).reversed())
            .toList();
    if (all.isEmpty()) {
      draft.say("remarks.none", Map.of());
      return;
    }
    List<String> lines = new ArrayList<>();
    List<Button> buttons = new ArrayList<>();
    for (Remark one : all.subList(0, Math.min(RemarkView.SHOWN, all.size()))) {
      String number = String.valueOf(lines.size() + 1);
      lines.add(line(number, one));
      boolean mine = one.rep().equals(draft.in().session().rep());
      if (one.isOpen() && mine) {
        buttons.add(button("button.remark.done", number, DONE, one));
        if (one.sort() == Sort.SERVICE) {
          buttons.add(button("button.remark.undone", number, UNDONE, one));
        }
      }
    }
    String text =
        draft.text(
            "remarks", Map.of("n", String.valueOf(all.size()), "list", String.join("\n", lines)));
    draft.reply(new Reply("remarks", text, null, null, buttons));
  }

  private Button button(String label, String number, String what, Remark one) {
    return view.button(draft.text(label, Map.of("n", number)), what, one.distributor(), one.id());
  }

  private String line(String number, Remark one) {
    Instant until = one.until();
    String how = one.state() == State.DONE ? one.quality() : one.remedy();
    Map<String, String> values = new HashMap<>();
    values.put("n", number);
    values.put("sort", draft.text("remark." + one.sort().id(), Map.of()));
    values.put("title", one.customer());
    values.put("words", one.words());
    values.put("date", view.day(until == null ? one.at() : until));
    values.put("how", how.isEmpty() ? "" : draft.text("remarks.how", Map.of("how", how)));
    values.put("by", view.by(one.rep()));
    boolean late = one.isOpen() && until != null && until.isBefore(draft.in().now());
    String id = late ? "late" : one.isOpen() ? "open" : one.sort().isTask() ? "done" : "told";
    return draft.text("remarks." + id, values);
  }

  @Override
  public boolean button(String verb, List<String> arguments) {
    boolean ends =
        verb.equals(RemarkView.VERB)
            && arguments.size() == 3
            && List.of(DONE, UNDONE).contains(arguments.get(0));
    Optional<Remark> open = ends ? find(arguments.get(1), arguments.get(2)) : Optional.empty();
    open.ifPresent(
        one -> {
          String distributor = Objects.requireNonNull(one.distributor());
          draft.turnTo(distributor);
          Reason.ask(
              draft,
              new Reason(arguments.get(0), distributor, one.id()),
              "remark." + arguments.get(0) + "." + one.sort().id(),
              List.of());
        });
    return open.isPresent();
  }

  private Optional<Remark> find(String distributor, String id) {
    return draft
        .ledger(new About(distributor, "").ledger(draft))
        .find(Remark.class, id)
        .filter(Remark::isOpen);
  }

  @Override
  public boolean text(Meaning meaning) {
    Optional<Reason> pending = Reason.pending(draft, DONE, UNDONE);
    Optional<Remark> open = pending.flatMap(one -> find(one.distributor(), one.argument()));
    if (pending.isEmpty() || open.isEmpty()) {
      return false;
    }
    String words = draft.in().entry().body().text().strip();
    draft.up();
    if (pending.get().what().equals(DONE)) {
      done(open.get(), words);
    } else {
      remedy(open.get(), words);
    }
    return true;
  }

  private void done(Remark one, String words) {
    About about = new About(one.distributor(), one.customer());
    draft.put(about.ledger(draft), one.done(words));
    view.done(one.followUp());
    draft.say("remark.done", Map.of("words", one.words(), "how", words), view.undo());
  }

  private void remedy(Remark one, String words) {
    About about = new About(one.distributor(), one.customer());
    Optional<FollowUp> reminder = reminder(about, words, FIRST_ID + 2);
    if (reminder.isEmpty()) {
      draft.say("remark.remedy.when", Map.of());
      Reason.ask(
          draft,
          new Reason(UNDONE, Objects.requireNonNull(one.distributor()), one.id()),
          "remark.undone.service",
          List.of());
      return;
    }
    view.done(one.followUp());
    draft.put(draft.own().id(), reminder.get());
    draft.put(about.ledger(draft), one.remedied(words, reminder.get().at(), reminder.get().id()));
    draft.say(
        "remark.remedied",
        Map.of("words", words, "when", new FollowUpView(draft).when(reminder.get())),
        view.undo());
  }
}
