package dev.zhaoshang;

import dev.zhaoshang.content.Messages;
import dev.zhaoshang.domain.Language;
import dev.zhaoshang.store.embedded.UnusableStoreException;
import java.util.List;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why the store cannot be used and what to do, in place of a stack trace. */
class StoreFailureAnalyzer extends AbstractFailureAnalyzer<UnusableStoreException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, UnusableStoreException cause) {
    return new FailureAnalysis(String.valueOf(cause.getMessage()), advice(cause), cause);
  }

  /** What to do, in both languages. */
  static String advice(UnusableStoreException failure) {
    String place = failure.place().toString();
    String backup = failure.backup();
    Messages messages = new Messages(List.of(Language.ZH, Language.EN));
    String advice = messages.text("store." + failure.trouble().name(), place);
    if (failure.trouble() != UnusableStoreException.Trouble.DAMAGED) {
      return advice;
    }
    return advice
        + "\n"
        + (backup == null
            ? messages.text("store.noBackup")
            : messages.text("store.lastBackup", backup));
  }
}
