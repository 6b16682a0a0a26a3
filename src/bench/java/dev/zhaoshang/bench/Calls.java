package dev.zhaoshang.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Calls over HTTP, hundreds at once, by a client that leaves the processors to what is measured: a
 * thread each that waits, and one connection each that is used again.
 */
final class Calls {

  static final MediaType JSON = MediaType.get("application/json");

  private static final int AT_ONCE = 500;

  private final OkHttpClient client;

  /**
   * @param patience after so long an answer is too late
   */
  Calls(Duration patience) {
    ExecutorService threads = Executors.newCachedThreadPool(Calls::daemon);
    Dispatcher dispatcher = new Dispatcher(threads);
    dispatcher.setMaxRequests(AT_ONCE);
    dispatcher.setMaxRequestsPerHost(AT_ONCE);
    this.client =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .connectionPool(new ConnectionPool(AT_ONCE, 1, TimeUnit.MINUTES))
            .callTimeout(patience)
            .readTimeout(patience)
            // a turn must not be sent twice and counted once
            .retryOnConnectionFailure(false)
            .build();
  }

  /** A thread that does not keep the benchmark from ending. */
  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    return thread;
  }

  /** The body of the answer; fails when there is none in time, or it is not a success. */
  CompletableFuture<String> send(Request request) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    client
        .newCall(request)
        .enqueue(
            new Callback() {
              @Override
              public void onResponse(Call call, Response response) {
                try (response) {
                  answer.complete(body(response));
                } catch (IOException | RuntimeException e) {
                  answer.completeExceptionally(e);
                }
              }

              @Override
              public void onFailure(Call call, IOException e) {
                answer.completeExceptionally(e);
              }
            });
    return answer;
  }

  /**
   * The same, by this thread.
   *
   * @throws IOException when there is no answer, or it is not a success
   */
  String call(Request request) throws IOException {
    try (Response response = client.newCall(request).execute()) {
      return body(response);
    }
  }

  private static String body(Response response) throws IOException {
    String body = response.body().string();
    if (!response.isSuccessful()) {
      throw new IOException(response.code() + " " + body);
    }
    return body;
  }
}
