package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.InboxEntry;
import dev.zhaoshang.domain.Session;
import dev.zhaoshang.domain.Update;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes the label of a button that was just shown, typed as words, for a tap on it: who reads it
 * types it, and what it does depends on the moment, which words alone do not tell.
 */
final class Labels {

  /** Labels of answers are read as the answers that they are. */
  private static final Set<String> ANSWERS =
      Set.of(Buttons.PICK, Buttons.SKIP, Buttons.CONFIRM, Buttons.LANGUAGE);

  private static final Pattern ENDS = Pattern.compile("^[\\s\\p{P}\\p{S}]+|[\\s\\p{P}\\p{S}]+$");

  private Labels() {}

  /** The entry as a tap, if its words are the label of one button of the last turn; else itself. */
  static InboxEntry tapped(Session session, InboxEntry entry) {
    Update body = entry.body();
    Session.Outcome last = session.pending();
    String words = bare(body.text());
    if (body.kind() != Update.Kind.TEXT
        || body.about() != null
        || last == null
        || words.isEmpty()) {
      return entry;
    }
    List<String> meant =
        last.turn().replies().stream()
            .flatMap(reply -> reply.buttons().stream())
            .filter(button -> bare(button.label()).equals(words))
            .map(Button::data)
            .distinct()
            .toList();
    boolean answers = meant.size() != 1 || ANSWERS.contains(Buttons.parts(meant.get(0)).get(0));
    return answers
        ? entry
        : new InboxEntry(
            entry.id(), entry.rep(), entry.seq(), entry.receivedAt(), body.tapping(meant.get(0)));
  }

  private static String bare(String words) {
    return ENDS.matcher(words).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
