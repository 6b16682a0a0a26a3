package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Notice;
import dev.zhaoshang.domain.Update;
import dev.zhaoshang.store.Distributors;
import dev.zhaoshang.store.Distributors.Match;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two reps on one distributor: a rep claims it, with the dates on which each began, and the
 * superior decides, see {@link ClaimDecision}. The other rep is told that it is being decided.
 */
final class ClaimFlow implements Flow {

  /** What the approval is of. */
  static final String SORT = "claim";

  private final Draft draft;

  ClaimFlow(Draft draft) {
    this.draft = draft;
  }

  /** Whether a turn claims a distributor. */
  static boolean isClaim(Update update, @Nullable Meaning meaning) {
    return (meaning != null && meaning.command() == Command.CLAIM)
        || Objects.equals(update.button(), Buttons.data(Buttons.COMMAND, "claim"));
  }

  /** The button that claims the current distributor. */
  static Button offer(Draft draft) {
    return new Button(draft.text("button.claim", Map.of()), Buttons.data(Buttons.COMMAND, "claim"));
  }

  @Override
  public boolean command(Command command, Meaning meaning) {
    if (command != Command.CLAIM) {
      return false;
    }
    Distributor current = draft.current();
    if (current == null) {
      draft.say("nobody", Map.of());
      return true;
    }
    String rep = draft.in().session().rep();
    if (ClaimDecision.waiting(draft.own(), rep, current.id()) != null) {
      draft.say("claim.waiting", Map.of());
      return true;
    }
    Optional<Match> other =
        draft.in().snapshot().matches().stream()
            .filter(match -> !match.owner().equals(rep))
            .findFirst();
    other.ifPresentOrElse(
        match -> claim(current, match), () -> draft.say("claim.nobody", Map.of()));
    return true;
  }

  private void claim(Distributor current, Match match) {
    String owner = draft.in().snapshot().names().getOrDefault(match.owner(), match.owner());
    String title = new Phrases(draft.content(), draft.language()).title(current);
    String theirs =
        Optional.ofNullable(draft.find(match.distributor())).map(this::since).orElse("");
    String me =
        Optional.ofNullable(draft.in().snapshot().speaker())
            .map(speaker -> speaker.name())
            .orElse(draft.in().session().rep());
    Map<String, String> values =
        Map.of("title", title, "me", me, "mine", since(current), "owner", owner, "theirs", theirs);
    new ApprovalFlow(draft)
        .ask(SORT, current.id() + " " + match.distributor(), draft.text("claim.text", values))
        .ifPresent(
            asked -> {
              draft.put(Ledger.ofRep(match.owner()), notice(asked.id(), title, me));
              draft.say("claim.asked", values);
            });
  }

  private Notice notice(String id, String title, String me) {
    return new Notice(
        SORT + id,
        "claim.noticed",
        List.of(new Notice.Word("title", title), new Notice.Word("name", me)),
        draft.in().now(),
        draft.in().now());
  }

  private String since(Distributor distributor) {
    return draft.rhythm().date(distributor.createdAt()).toString();
  }

  /** The texts by which a distributor can be found: mobile and company, if they are known. */
  static List<String> keys(@Nullable Distributor distributor) {
    return distributor == null
        ? List.of()
        : Stream.concat(
                distributor.text("mobile").map(Distributors::mobileKey).stream(),
                distributor.text("company").map(Distributors::companyKey).stream())
            .toList();
  }
}
