package dev.zhaoshang.understanding;

import dev.zhaoshang.content.Content;
import dev.zhaoshang.content.DialogFiles;
import dev.zhaoshang.content.Dialogs;
import dev.zhaoshang.understanding.act.ActLearner;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The shipped content and readers made from it, once for all tests. */
public final class Readers {

  /** The shipped content. */
  public static final Content CONTENT = new Dialogs(Set.of()).load(DialogFiles.find(Path.of("")));

  /** Reads fields, commands and intents; hears no objection. */
  public static final Understanding WITHOUT_OBJECTIONS =
      new TextUnderstanding(CONTENT, text -> List.of(), new ActLearner().learn(CONTENT), 0.5);

  private Readers() {}
}
