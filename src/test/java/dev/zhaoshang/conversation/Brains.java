package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Content;
import dev.zhaoshang.content.Dialogs;
import dev.zhaoshang.conversation.machine.SpringTransitions;
import dev.zhaoshang.understanding.TextUnderstanding;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What turns are decided with in tests: the content of dialogs/, made once. */
final class Brains {

  private static @Nullable Brain made;

  private Brains() {}

  static synchronized Brain ofDialogs() {
    if (made == null) {
      Content content = Dialogs.load(Path.of("dialogs"));
      made =
          new Brain(
              content,
              new TextUnderstanding(content, text -> List.of(), 0.5),
              new SpringTransitions(content.forms().values()),
              0.25);
    }
    return made;
  }
}
