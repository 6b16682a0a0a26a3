package dev.zhaoshang.conversation;

import dev.zhaoshang.access.Access;
import dev.zhaoshang.access.Erasure;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.store.Distributors.Match;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An admin removes a distributor who wants to be forgotten; asked once more before it is done. */
final class EraseFlow implements Flow {

  /** {@code erase:<distributor>}, or {@code erase:<distributor>:?} before it is asked for sure. */
  private static final String VERB = "erase";

  /** Marks a choice among several who have the number: it removes nobody yet. */
  private static final String WHICH = "?";

  private final Draft draft;

  EraseFlow(Draft draft) {
    this.draft = draft;
  }

  /** Whether a button is of this flow, for which it must be known who taps. */
  static boolean isMeant(@Nullable String button) {
    return button != null && button.startsWith(VERB + ":");
  }

  @Override
  public boolean command(Command command, Meaning meaning) {
    if (command != Command.ERASE) {
      return false;
    }
    List<Distributor> found =
        draft.in().snapshot().matches().stream()
            .map(Match::distributor)
            .distinct()
            .flatMap(id -> Optional.ofNullable(draft.find(id)).stream())
            .toList();
    switch (found.size()) {
      case 0 -> draft.say("erase.unknown", Map.of());
      case 1 -> sure(found.get(0));
      default -> draft.say("erase.which", Map.of(), choices(found));
    }
    return true;
  }

  /** By name; with whose they are, where several reps have the same one. */
  private Button[] choices(List<Distributor> found) {
    boolean same = found.stream().map(this::title).distinct().count() < found.size();
    return found.stream()
        .map(
            one ->
                new Button(
                    same ? title(one) + " · " + one.owner() : title(one),
                    Buttons.data(VERB, one.id(), WHICH)))
        .toArray(Button[]::new);
  }

  private void sure(Distributor found) {
    draft.say(
        "erase.sure",
        Map.of("title", title(found)),
        new Button(draft.text("button.erase", Map.of()), Buttons.data(VERB, found.id())));
  }

  @Override
  public boolean button(String verb, List<String> arguments) {
    if (!verb.equals(VERB)
        || !(arguments.size() == 1 || (arguments.size() == 2 && arguments.get(1).equals(WHICH)))
        || !Access.may(draft.in().snapshot().speaker(), Command.ERASE)) {
      return false;
    }
    Distributor found = draft.find(arguments.get(0));
    if (found == null || found.fields().isEmpty()) {
      return false;
    }
    if (arguments.size() == 2) {
      sure(found);
      return true;
    }
    draft.audit(Erasure.WORD, found.id());
    draft.say("erased", Map.of());
    return true;
  }

  private String title(Distributor distributor) {
    return new Phrases(draft.content(), draft.language()).title(distributor);
  }
}
