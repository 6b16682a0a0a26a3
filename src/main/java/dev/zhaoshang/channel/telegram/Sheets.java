package dev.zhaoshang.channel.telegram;

import dev.zhaoshang.document.Workbook;
import dev.zhaoshang.domain.SentFile;
import dev.zhaoshang.domain.Table;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetFile;

/** Fetches spreadsheets that people send, and reads them. */
final class Sheets {

  private static final Logger LOG = LoggerFactory.getLogger(Sheets.class);

  /** A list of customers is smaller, however many there are. */
  private static final long LARGEST = 5L * 1024 * 1024;

  /** More rows are not taken from a chat, so that they are too many is all that has to be seen. */
  private static final int MOST = 201;

  private static final int WAITING = 20;

  private final BotApi api;
  private final ExecutorService thread =
      new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(WAITING));

  Sheets(BotApi api) {
    this.api = api;
  }

  /** Reads a sheet and hands on its text; an empty one when that does not work. */
  void read(SentFile sheet, Consumer<String> then) {
    try {
      thread.execute(() -> then.accept(read(sheet).map(Table::text).orElse("")));
    } catch (RejectedExecutionException e) {
      LOG.warn("Too many spreadsheets wait to be read");
      then.accept("");
    }
  }

  void close() {
    thread.shutdownNow();
  }

  private Optional<Table> read(SentFile sheet) {
    try {
      String path = api.call(new GetFile(sheet.id())).getFilePath();
      byte[] bytes = api.download(path, LARGEST);
      return Optional.of(Workbook.read(new ByteArrayInputStream(bytes)).first(MOST));
    } catch (CallFailedException | IOException e) {
      LOG.warn("A spreadsheet cannot be read: {}", e.getMessage());
      return Optional.empty();
    }
  }
}
