package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Language;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The label of a button, which a rep may type as well as tap. */
final class Label {

  /** What may stand behind it. */
  private static final Pattern ENDS = Pattern.compile("[\\s.!,\\u3002\\uff01\\uff0c~]+$");

  private Label() {}

  /** Whether the words are the label with that id, in either language. */
  static boolean isTyped(Draft draft, String id, String words) {
    String plain = ENDS.matcher(words.strip()).replaceAll("");
    return Stream.of(Language.values())
        .anyMatch(language -> draft.content().say(id, language).equalsIgnoreCase(plain));
  }
}
