package dev.zhaoshang.channel.telegram;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zhaoshang.domain.SentFile;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetFile;

/**
 * Has voice messages written down by a server of the company's own: one that takes a form with a
 * {@code file} and answers JSON with a {@code text}, as those of whisper.cpp and faster-whisper do.
 */
final class Speech {

  private static final Logger LOG = LoggerFactory.getLogger(Speech.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final MediaType OGG = MediaType.get("audio/ogg");
  private static final int AT_ONCE = 2;
  private static final int WAITING = 50;
  private static final int LONGEST_ANSWER = 64 * 1024;

  private final BotApi api;
  private final URI server;
  private final ExecutorService threads =
      new ThreadPoolExecutor(
          AT_ONCE, AT_ONCE, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(WAITING));

  Speech(BotApi api, URI server) {
    this.api = api;
    this.server = server;
  }

  /** Has a voice message written down, and hands on the text; empty when that does not work. */
  void write(SentFile voice, Consumer<Optional<String>> then) {
    try {
      threads.execute(() -> then.accept(written(voice)));
    } catch (RejectedExecutionException e) {
      LOG.warn("Too many voice messages wait to be written down");
      then.accept(Optional.empty());
    }
  }

  void close() {
    threads.shutdownNow();
  }

  private Optional<String> written(SentFile voice) {
    try {
      String path = api.call(new GetFile(voice.id())).getFilePath();
      byte[] sound = api.download(path, SentFile.LARGEST);
      return Optional.of(ask(sound)).map(String::strip).filter(text -> !text.isEmpty());
    } catch (CallFailedException | IOException e) {
      LOG.warn("A voice message cannot be written down: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private String ask(byte[] sound) throws IOException {
    RequestBody form =
        new MultipartBody.Builder()
            .setType(MultipartBody.FORM)
            .addFormDataPart("file", "voice.ogg", RequestBody.create(sound, OGG))
            .addFormDataPart("model", "whisper-1")
            .addFormDataPart("response_format", "json")
            .build();
    Request request = new Request.Builder().url(server.toString()).post(form).build();
    try (Response response = api.http().newCall(request).execute();
        ResponseBody body = response.body()) {
      if (!response.isSuccessful() || body == null) {
        throw new IOException("SPEECH_URL answers " + response.code());
      }
      return JSON.readTree(body.source().inputStream().readNBytes(LONGEST_ANSWER))
          .path("text")
          .asText();
    }
  }
}
