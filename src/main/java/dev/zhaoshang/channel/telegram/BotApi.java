package dev.zhaoshang.channel.telegram;

import java.io.IOException;
import java.io.Serializable;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.objects.ResponseParameters;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * Calls the Bot API through telegrambots, with what its client lacks: every call ends in time (its
 * future never completes when an answer breaks off), a failure says what the platform said, and no
 * message shows the token.
 */
final class BotApi {

  /** The code of a call that we refused ourselves, as the platform would have. */
  static final int BAD_REQUEST = 400;

  /** The code of a call that did not reach the platform. */
  static final int NOT_REACHED = -1;

  private static final Logger LOG = LoggerFactory.getLogger(BotApi.class);

  private static final Duration CONNECT = Duration.ofSeconds(5);

  /** The dispatcher's default of 5 would let five slow chats hold up all others. */
  private static final int AT_ONCE = 64;

  private final TelegramConfig config;
  private final Duration patience;
  private final OkHttpClient http;
  private final TelegramClient client;

  /**
   * With the bot to call as.
   *
   * @param patience how long one call may take
   */
  BotApi(TelegramConfig config, Duration patience) {
    this.config = config;
    this.patience = patience;
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequests(AT_ONCE);
    dispatcher.setMaxRequestsPerHost(AT_ONCE);
    this.http =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .connectTimeout(CONNECT)
            .readTimeout(patience)
            .writeTimeout(patience)
            .callTimeout(patience)
            // A repetition that nobody knows of would be a message sent twice.
            .retryOnConnectionFailure(false)
            .build();
    this.client = new OkHttpTelegramClient(http, config.token(), url(config.apiUrl()));
  }

  /** Calls and waits for the result. */
  <T extends Serializable> T call(BotApiMethod<T> method) throws CallFailedException {
    return await(method, begin(method));
  }

  /** Uploads a picture and waits until the platform has taken it. */
  Message call(SendPhoto method) throws CallFailedException {
    return await(method, client.executeAsync(method));
  }

  /** Sends a file and waits for the answer. */
  Message call(SendDocument method) throws CallFailedException {
    return await(method, client.executeAsync(method));
  }

  private <T extends Serializable> T await(
      PartialBotApiMethod<T> method, CompletableFuture<T> result) throws CallFailedException {
    try {
      return result.get(patience.toMillis() + 1000, TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw failure(method, e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      throw failure(method, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure(method, e);
    }
  }

  /** Calls without waiting; a failure is logged and that is all. */
  <T extends Serializable> void callAside(BotApiMethod<T> method) {
    callAside(method, failure -> LOG.info("{}", failure.getMessage()));
  }

  /** Calls without waiting; of a failure somebody is told. */
  <T extends Serializable> void callAside(
      BotApiMethod<T> method, Consumer<CallFailedException> failed) {
    try {
      CompletableFuture<?> unused =
          begin(method)
              .whenComplete(
                  (result, problem) -> {
                    if (problem != null) {
                      failed.accept(failure(method, problem));
                    }
                  });
    } catch (CallFailedException e) {
      failed.accept(e);
    }
  }

  /**
   * Fetches a file of the platform's.
   *
   * @param path as the platform gave it
   * @param most bytes at most
   */
  byte[] download(String path, long most) throws CallFailedException {
    String address =
        config.apiUrl().toString().replaceAll("/$", "") + "/file/bot" + config.token() + "/" + path;
    Request request = new Request.Builder().url(address).build();
    try (Response response = http.newCall(request).execute();
        ResponseBody body = response.body()) {
      // Its length may not be told before.
      byte[] bytes =
          body == null ? new byte[0] : body.byteStream().readNBytes(Math.toIntExact(most + 1));
      if (!response.isSuccessful() || body == null || bytes.length > most) {
        throw new CallFailedException(
            "a file cannot be fetched: " + response.code(), response.code(), Duration.ZERO);
      }
      return bytes;
    } catch (IOException e) {
      // Not its message: it may show the address, and with it the token.
      throw new CallFailedException(
          "a file cannot be fetched: " + e.getClass().getSimpleName(), 0, Duration.ZERO);
    }
  }

  /** For calls of other servers, with the same patience. */
  OkHttpClient http() {
    return http;
  }

  /** Ends the calls under way and lets its threads go. */
  void close() {
    http.dispatcher().cancelAll();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }

  private <T extends Serializable> CompletableFuture<T> begin(BotApiMethod<T> method)
      throws CallFailedException {
    try {
      return client.executeAsync(method);
    } catch (TelegramApiException e) {
      throw failure(method, e);
    }
  }

  private CallFailedException failure(PartialBotApiMethod<?> method, Throwable problem) {
    int code = 0;
    Duration retryAfter = Duration.ZERO;
    Long movedTo = null;
    if (problem instanceof TelegramApiValidationException) {
      code = BAD_REQUEST;
    } else if (problem instanceof ConnectException || problem instanceof UnknownHostException) {
      code = NOT_REACHED;
    } else if (problem instanceof TelegramApiRequestException answered) {
      code = answered.getErrorCode() == null ? 0 : answered.getErrorCode();
      ResponseParameters more = answered.getParameters();
      retryAfter = retryAfter(more);
      movedTo = more == null ? null : more.getMigrateToChatId();
    }
    String text = method.getMethod() + " failed: " + says(problem);
    return new CallFailedException(text, code, retryAfter, movedTo);
  }

  /** What the platform answered, else what went wrong; without the token. */
  private String says(Throwable problem) {
    String text = problem.getClass().getSimpleName() + " " + problem.getMessage();
    if (problem instanceof TelegramApiRequestException answered
        && answered.getApiResponse() != null) {
      text = answered.getErrorCode() + " " + answered.getApiResponse();
    }
    return text.replace(config.secret(), "****");
  }

  private static Duration retryAfter(@Nullable ResponseParameters parameters) {
    if (parameters == null || parameters.getRetryAfter() == null) {
      return Duration.ZERO;
    }
    return Duration.ofSeconds(Math.max(0, parameters.getRetryAfter()));
  }

  private static TelegramUrl url(URI uri) {
    int port = uri.getPort() > 0 ? uri.getPort() : "http".equals(uri.getScheme()) ? 80 : 443;
    return new TelegramUrl(uri.getScheme(), uri.getHost(), port, false);
  }
}
