package dev.zhaoshang;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/**
 * What a test logs, stack traces included. Taken from the logging system itself, since a console
 * appender that another test's application left writes to an output that nobody captures.
 */
public final class LogLines implements BeforeEachCallback, AfterEachCallback {

  private final Queue<String> lines = new ConcurrentLinkedQueue<>();

  private @Nullable Level before;

  private final AppenderBase<ILoggingEvent> appender =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          lines.add(event.getFormattedMessage());
          IThrowableProxy thrown = event.getThrowableProxy();
          if (thrown != null) {
            lines.add(ThrowableProxyUtil.asString(thrown));
          }
        }
      };

  /** Everything that was logged since the test began. */
  public String text() {
    return String.join("\n", lines);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    before = root().getLevel();
    // Another test's application may have silenced it.
    root().setLevel(Level.INFO);
    appender.start();
    root().addAppender(appender);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    root().detachAppender(appender);
    root().setLevel(before);
    appender.stop();
    lines.clear();
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }
}
