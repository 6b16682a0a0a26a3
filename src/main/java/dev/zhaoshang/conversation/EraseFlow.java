package dev.zhaoshang.conversation;

import dev.zhaoshang.access.Access;
import dev.zhaoshang.access.Erasure;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An admin removes a distributor who wants to be forgotten; asked once more before it is done. */
final class EraseFlow implements Flow {

  /** {@code erase:<distributor>}. */
  private static final String VERB = "erase";

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
    Optional<Distributor> found =
        draft.in().snapshot().matches().stream()
            .flatMap(match -> Optional.ofNullable(draft.find(match.distributor())).stream())
            .findFirst();
    if (found.isEmpty()) {
      draft.say("erase.unknown", Map.of());
      return true;
    }
    draft.say(
        "erase.sure",
        Map.of("title", title(found.get())),
        new Button(draft.text("button.erase", Map.of()), Buttons.data(VERB, found.get().id())));
    return true;
  }

  @Override
  public boolean button(String verb, List<String> arguments) {
    Person speaker = draft.in().snapshot().speaker();
    if (!verb.equals(VERB)
        || arguments.size() != 1
        || speaker == null
        || !Access.may(speaker.role(), Command.ERASE)) {
      return false;
    }
    Distributor found = draft.find(arguments.get(0));
    if (found == null || found.fields().isEmpty()) {
      return false;
    }
    draft.audit(Erasure.WORD, found.id());
    draft.say("erased", Map.of());
    return true;
  }

  private String title(Distributor distributor) {
    return new Phrases(draft.content(), draft.language()).title(distributor);
  }
}
