package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Content;
import dev.zhaoshang.content.Dialogs;
import dev.zhaoshang.conversation.machine.SpringTransitions;
import dev.zhaoshang.understanding.TextUnderstanding;
import dev.zhaoshang.understanding.act.ActLearner;
import dev.zhaoshang.understanding.objection.ObjectionLearner;
import dev.zhaoshang.understanding.objection.Thresholds;
import dev.zhaoshang.understanding.practice.AnswerJudge;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What turns are decided with in tests: the content of dialogs/, made once. */
final class Brains {

  private static @Nullable Brain made;

  private Brains() {}

  static synchronized Brain ofDialogs() {
    if (made == null) {
      Content content = Dialogs.load(Path.of("dialogs"));
      ObjectionLearner learner = ObjectionLearner.load();
      made =
          new Brain(
              content,
              new TextUnderstanding(
                  content,
                  learner.learn(content),
                  new ActLearner().learn(content),
                  Thresholds.CALIBRATED.sure()),
              new SpringTransitions(content.forms().values()),
              new AnswerJudge(content.practice(), content.compliance(), learner.vectors()),
              Thresholds.CALIBRATED.unsure());
    }
    return made;
  }
}
