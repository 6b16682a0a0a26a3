package dev.zhaoshang.bench;

import dev.zhaoshang.bench.BotStandIn.Sent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Many reps whose check-in is due within one minute, against a stand-in of the Bot API that
 * enforces its limits; meanwhile a few others talk.
 */
final class RemindersPart implements Part {

  private static final double SHARE = 1.05;
  private static final double P99_MILLIS = 1000;
  private static final int TALKERS = 40;
  private static final long EVERY_MILLIS = 500;
  private static final long LEAD_SECONDS = 45;
  private static final long TIME_LIMIT_SECONDS = 600;
  private static final double NANOS = 1e9;

  @Override
  public String name() {
    return "reminders";
  }

  /** When something was typed and by which account. */
  private record Typed(long account, long nanos) {}

  @Override
  public void run(Options options, Report report) {
    Path folder = options.folder().resolve("reminders");
    Reps.enrol(folder);
    Instant from = Instant.now().plusSeconds(LEAD_SECONDS);
    DueReps.fill(folder.resolve("data"), options.reps(), TALKERS, from);
    try (BotStandIn bot = new BotStandIn();
        Application application =
            Application.start(
                folder,
                Map.of(
                    "TELEGRAM_BOT_TOKEN", BotStandIn.TOKEN, "TELEGRAM_API_URL", bot.address()))) {
      application.awaitReady(Reps.id(0));
      List<Typed> typed = talkUntilAllAreSent(bot, options.reps());
      report(bot, typed, options.reps(), report);
    }
  }

  private static List<Typed> talkUntilAllAreSent(BotStandIn bot, int reps) {
    List<Typed> typed = new ArrayList<>();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIME_LIMIT_SECONDS);
    while (reminders(bot.sent()).size() < reps && System.nanoTime() < deadline) {
      long account = DueReps.talker(typed.size() % TALKERS);
      typed.add(new Typed(account, bot.type(account, "\u5e2e\u52a9")));
      Pause.nanos(TimeUnit.MILLISECONDS.toNanos(EVERY_MILLIS));
    }
    Pause.nanos(TimeUnit.SECONDS.toNanos(2));
    return typed;
  }

  private static List<Sent> reminders(List<Sent> sent) {
    return sent.stream().filter(one -> one.chat() < DueReps.talker(0)).toList();
  }

  private static void report(BotStandIn bot, List<Typed> typed, int reps, Report report) {
    List<Sent> sent = bot.sent();
    List<Sent> reminders = reminders(sent);
    long first = reminders.isEmpty() ? 0 : reminders.get(0).nanos();
    long last = reminders.isEmpty() ? 0 : reminders.get(reminders.size() - 1).nanos();
    long meanwhile =
        sent.stream().filter(one -> one.nanos() >= first && one.nanos() <= last).count();
    double seconds = (last - first) / NANOS;
    double own = (double) meanwhile / BotStandIn.PER_SECOND;
    long different = reminders.stream().map(Sent::chat).distinct().count();
    Histogram waited = waited(typed, sent, first, last);
    report.figure("reminders: time over the limit's own", seconds / own, SHARE, "");
    report.figure("reminders: refused as too fast (429)", bot.refused(), 0, "");
    report.figure("reminders: not sent, of %,d".formatted(reps), (double) reps - different, 0, "");
    report.figure("reminders: sent twice", (double) reminders.size() - different, 0, "");
    report.figure("reply meanwhile, p99", Millis.at(waited, 99), P99_MILLIS, " ms");
    report.section("Reminders");
    report.line(
        "%,d reminders due within a minute, and %,d replies meanwhile: %s s; the limit of %d/s alone takes %s s."
            .formatted(
                reminders.size(),
                meanwhile - reminders.size(),
                Report.number(seconds),
                BotStandIn.PER_SECOND,
                Report.number(own)));
    report.line(
        "Replies meanwhile (ms): p50 %s, p99 %s, max %s.\n"
            .formatted(Millis.text(waited, 50), Millis.text(waited, 99), Millis.text(waited, 100)));
  }

  private static Histogram waited(List<Typed> typed, List<Sent> sent, long first, long last) {
    Map<Long, List<Long>> answers = new HashMap<>();
    for (Sent one : sent) {
      answers.computeIfAbsent(one.chat(), chat -> new ArrayList<>()).add(one.nanos());
    }
    Histogram waited = new Histogram(2);
    for (Typed one : typed) {
      if (one.nanos() >= first && one.nanos() <= last) {
        answers.getOrDefault(one.account(), List.of()).stream()
            .filter(nanos -> nanos > one.nanos())
            .findFirst()
            .ifPresentOrElse(
                nanos -> waited.recordValue((nanos - one.nanos()) / 1000),
                () -> waited.recordValue(TimeUnit.SECONDS.toMicros(TIME_LIMIT_SECONDS)));
      }
    }
    return waited;
  }
}
