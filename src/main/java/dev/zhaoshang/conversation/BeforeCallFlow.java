package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Distributor.HistoryEntry;
import dev.zhaoshang.domain.FollowUp;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.ObjectionRaised;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.store.Distributors.Card;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a rep wants to know before a call, on one screen of a phone. */
final class BeforeCallFlow implements Flow {

  private static final int PROMISES = 3;

  /** So many that fit are read; more are listed by their cards. */
  private static final int CHOICES = 3;

  /** So many of each rep are named where the words fit several. */
  private static final int SHOWN = 5;

  private final Draft draft;
  private final LeadsFlow leads;
  private final Phrases phrases;

  BeforeCallFlow(Draft draft, Asking asking) {
    this.draft = draft;
    this.leads = new LeadsFlow(draft, asking);
    this.phrases = new Phrases(draft.content(), draft.language());
  }

  /** Commands whose argument names somebody of whom everything on record is needed. */
  private static final Set<Command> NAMING = Set.of(Command.BEFORE, Command.RESTORE);

  /** Ids of the distributors that a brief names; none when they are many, or for other turns. */
  static Set<String> named(@Nullable Meaning meaning, List<Card> portfolio) {
    Command command = meaning == null ? null : meaning.command();
    String words = meaning == null ? null : meaning.argument();
    if (command == null || !NAMING.contains(command) || words == null) {
      return Set.of();
    }
    Set<String> ids =
        portfolio.stream()
            .filter(card -> NameMatch.fits(words, card))
            .map(Card::id)
            .collect(Collectors.toSet());
    return ids.size() > CHOICES ? Set.of() : ids;
  }

  @Override
  public boolean command(Command command, Meaning meaning) {
    if (command != Command.BEFORE) {
      return false;
    }
    String words = Objects.requireNonNullElse(meaning.argument(), "").trim();
    if (words.isEmpty()) {
      Distributor current = draft.current();
      if (current == null) {
        draft.say("nobody", Map.of());
      } else {
        brief(current);
      }
      return true;
    }
    List<Card> hits = leads.matching(words);
    if (hits.isEmpty() && !draft.in().snapshot().team().isEmpty()) {
      ofTeam(words);
      return true;
    }
    Optional<Distributor> one =
        hits.size() == 1 ? Optional.ofNullable(draft.find(hits.get(0).id())) : Optional.empty();
    one.ifPresentOrElse(this::brief, () -> leads.which(hits, words));
    return true;
  }

  /** Somebody whom a rep of the speaker's looks after; that it was seen is on record. */
  private void ofTeam(String words) {
    Map<String, List<Card>> team = draft.in().snapshot().team();
    List<Card> hits = team.values().stream().flatMap(List::stream).toList();
    Distributor one = hits.size() == 1 ? draft.find(hits.get(0).id()) : null;
    if (one != null) {
      brief(one);
      return;
    }
    List<String> lines = new ArrayList<>();
    team.forEach(
        (rep, cards) ->
            cards.stream()
                .limit(SHOWN)
                .forEach(card -> lines.add("· " + leads.title(card) + of(rep))));
    draft.say("before.team", Map.of("words", words, "list", String.join("\n", lines)));
  }

  private String of(String rep) {
    String name = draft.in().snapshot().names().getOrDefault(rep, rep);
    return draft.text("before.of", Map.of("name", name));
  }

  private boolean isMine(Distributor distributor) {
    return distributor.owner().equals(draft.in().session().rep());
  }

  private void brief(Distributor distributor) {
    List<String> lines = new ArrayList<>();
    StageView stage = new StageView(draft);
    String owner = isMine(distributor) ? "" : of(distributor.owner());
    lines.add(phrases.title(distributor) + owner);
    who(distributor).ifPresent(lines::add);
    BeforeCallRecords records = new BeforeCallRecords(draft, distributor);
    records.contacts().ifPresent(lines::add);
    lines.add(stage.text(distributor));
    records.sales().ifPresent(lines::add);
    records.debts().ifPresent(lines::add);
    lines.addAll(records.open());
    lines.add(known(distributor));
    lastTalk(distributor).ifPresent(lines::add);
    new Appointments(draft).line(distributor).ifPresent(lines::add);
    lines.addAll(promises(distributor, records.reminders()));
    objections(distributor).ifPresent(lines::add);
    Question.mostWorth(draft.content().intake(), distributor)
        .map(question -> question.aspect().ask().in(draft.language()))
        .ifPresent(ask -> lines.add(draft.text("before.ask", Map.of("ask", ask))));
    List<Button> buttons = new ArrayList<>();
    if (isMine(distributor) && !distributor.id().equals(draft.distributor())) {
      buttons.add(
          new Button(
              draft.text("button.goto", Map.of("title", phrases.title(distributor))),
              Buttons.data(Buttons.GOTO, distributor.id())));
    } else if (isMine(distributor)) {
      buttons.addAll(stage.buttons(distributor));
    }
    draft.reply(new Reply("before", String.join("\n", lines), null, null, buttons));
  }

  /** Mobile, kind, channel, regions and product in one line. */
  private Optional<String> who(Distributor distributor) {
    List<String> parts =
        Stream.of("mobile", "nature", "mainChannel", "wantedRegions", "targetProduct")
            .flatMap(id -> draft.content().intake().field(id).stream())
            .map(field -> phrases.fact(distributor, field))
            .filter(text -> !text.isEmpty())
            .toList();
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join(draft.text("list.items", Map.of()), parts));
  }

  private String known(Distributor distributor) {
    var intake = draft.content().intake();
    List<dev.zhaoshang.content.Form.Aspect> open = Question.openAspects(intake, distributor);
    int all = intake.aspects().size();
    return draft.text(
        open.isEmpty() ? "before.known" : "before.missing",
        Map.of(
            "done", String.valueOf(all - open.size()),
            "all", String.valueOf(all),
            "titles", phrases.titles(open, 5)));
  }

  private Optional<String> lastTalk(Distributor distributor) {
    List<HistoryEntry> history = distributor.history();
    if (history.isEmpty()) {
      return Optional.empty();
    }
    HistoryEntry last = history.get(history.size() - 1);
    String words =
        history.stream()
            .filter(entry -> entry.turn().equals(last.turn()))
            .flatMap(entry -> entry.fields().values().stream())
            .map(fact -> fact.words())
            .filter(text -> !text.isBlank())
            .distinct()
            .limit(4)
            .collect(Collectors.joining(draft.text("list.comma", Map.of())));
    return Optional.of(draft.text("before.last", Map.of("date", date(last.at()), "words", words)));
  }

  private List<String> promises(Distributor distributor, Set<String> said) {
    return Stream.of(draft.ledger(Ledger.ofRep(distributor.owner())), ledger(distributor))
        .flatMap(ledger -> ledger.all(FollowUp.class).stream())
        .filter(one -> one.isOpen() && !one.isAppointment())
        .filter(one -> distributor.id().equals(one.distributor()) && !said.contains(one.id()))
        .limit(PROMISES)
        .map(
            one -> draft.text("before.promise", Map.of("what", one.what(), "date", date(one.at()))))
        .toList();
  }

  private Optional<String> objections(Distributor distributor) {
    String titles =
        ledger(distributor).all(ObjectionRaised.class).stream()
            .map(ObjectionRaised::objection)
            .distinct()
            .flatMap(id -> draft.content().objection(id).stream())
            .map(objection -> objection.title().in(draft.language()))
            .collect(Collectors.joining(draft.text("list.comma", Map.of())));
    return titles.isEmpty()
        ? Optional.empty()
        : Optional.of(draft.text("before.objections", Map.of("titles", titles)));
  }

  private Ledger ledger(Distributor distributor) {
    return draft.ledger(Ledger.ofDistributor(distributor.id()));
  }

  private String date(Instant at) {
    return draft.rhythm().date(at).toString();
  }
}
