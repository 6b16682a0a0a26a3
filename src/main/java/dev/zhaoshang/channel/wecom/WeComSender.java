package dev.zhaoshang.channel.wecom;

import dev.zhaoshang.channel.wecom.Composer.Part;
import dev.zhaoshang.conversation.Enclosures;
import dev.zhaoshang.conversation.Enclosures.Made;
import dev.zhaoshang.document.ChartPainter;
import dev.zhaoshang.document.PaperPrinter;
import dev.zhaoshang.domain.Chart;
import dev.zhaoshang.domain.Enclosure;
import dev.zhaoshang.domain.OutboxEntry;
import dev.zhaoshang.domain.Paper;
import dev.zhaoshang.outbox.Limits;
import dev.zhaoshang.outbox.Limits.Rate;
import dev.zhaoshang.outbox.Sender;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import me.chanjar.weixin.cp.bean.message.WxCpMessage;

/** Sends a reply by the message API: a picture if it has one, then its texts and cards. */
final class WeComSender implements Sender {

  /** The channel's name. */
  static final String CHANNEL = "wecom";

  /**
   * To one member 30 a minute and 1000 an hour: the platform drops what is more. With a burst of
   * ten, one each 3.64 s makes 26 in a minute and 999 in an hour.
   */
  private static final Limits LIMITS =
      new Limits(new Rate(10, Duration.ofMillis(3640)), new Rate(20, Duration.ofMillis(20)));

  /** Busy; too many calls; the token is being changed. */
  private static final Set<Integer> PASSING =
      Set.of(-1, 0, 6000, 40001, 40014, 42001, 45009, 45011, 45033, 50001);

  /** Secret, application or address are not as the platform knows them: an operator's to mend. */
  private static final Set<Integer> OURS = Set.of(40013, 40056, 41001, 48002, 60020, 301002);

  private static final Duration BUSY = Duration.ofSeconds(5);
  private static final Duration UNTIL_MENDED = Duration.ofMinutes(2);

  private final WeComApi api;
  private final Composer composer;
  private final ChartPainter painter;
  private final PaperPrinter printer = new PaperPrinter();
  private final Enclosures enclosures;
  private final Consumer<String> shutOut;

  /** Messages that the platform accepted, of entries that it has not accepted whole. */
  private final Map<String, Integer> sent = new ConcurrentHashMap<>();

  /**
   * Calls the platform.
   *
   * @param enclosures makes what goes with replies
   * @param shutOut is told of a member whom the application does not reach
   */
  WeComSender(
      WeComApi api,
      Composer composer,
      ChartPainter painter,
      Enclosures enclosures,
      Consumer<String> shutOut) {
    this.api = api;
    this.composer = composer;
    this.painter = painter;
    this.enclosures = enclosures;
    this.shutOut = shutOut;
  }

  @Override
  public String channel() {
    return CHANNEL;
  }

  @Override
  public Limits limits() {
    return LIMITS;
  }

  /** It says nothing of what it drops. */
  @Override
  public boolean dropsSurplus() {
    return true;
  }

  @Override
  public int messages(OutboxEntry entry) {
    int paper = entry.reply().paper() == null ? 0 : 1;
    int all = composer.parts(entry).size() + files(entry) + paper;
    return Math.max(1, all - sent.getOrDefault(entry.id(), 0));
  }

  @Override
  public boolean joins(OutboxEntry joined) {
    return composer.isOneText(joined);
  }

  @Override
  public Result send(OutboxEntry entry) {
    List<Part> parts = composer.parts(entry);
    Paper paper = entry.reply().paper();
    int files = files(entry);
    int shown = parts.size() + files;
    try {
      for (int i = sent.getOrDefault(entry.id(), 0); i < shown + (paper == null ? 0 : 1); i++) {
        if (i < files) {
          sendFile(entry);
        } else if (paper != null && i == shown) {
          api.send(composer.file(entry, api.upload("file", "pdf", printer.pdf(paper))));
        } else {
          send(parts.get(i - files));
        }
        sent.put(entry.id(), i + 1);
      }
    } catch (CallFailedException e) {
      return failed(entry, e);
    }
    sent.remove(entry.id());
    boolean empty = parts.isEmpty() && files == 0;
    return empty ? new Result.Failed("the reply has no text") : new Result.Sent();
  }

  private static int files(OutboxEntry entry) {
    return entry.reply().chart() == null && entry.reply().enclosure() == null ? 0 : 1;
  }

  /** What cannot be made any more is left out. */
  private void sendFile(OutboxEntry entry) throws CallFailedException {
    Chart chart = entry.reply().chart();
    Enclosure enclosure = entry.reply().enclosure();
    if (chart != null) {
      api.send(composer.picture(entry, api.upload("image", "png", painter.png(chart))));
      return;
    }
    Optional<Made> made = enclosure == null ? Optional.empty() : enclosures.make(enclosure);
    if (made.isPresent()) {
      boolean picture = made.get().isPicture();
      String name = made.get().name();
      String ending = name.substring(name.lastIndexOf('.') + 1);
      String media = api.upload(picture ? "image" : "file", ending, made.get().bytes());
      api.send(picture ? composer.picture(entry, media) : composer.file(entry, media));
    }
  }

  /** Old apps and some deployments take no cards: the same goes as text. */
  private void send(Part part) throws CallFailedException {
    try {
      api.send(part.message());
    } catch (CallFailedException e) {
      WxCpMessage instead = part.instead();
      if (instead == null || isPassing(e) || isOurs(e) || e.code() == WeComApi.NOT_ALLOWED) {
        throw e;
      }
      api.send(instead);
    }
  }

  private Result failed(OutboxEntry entry, CallFailedException e) {
    String why = String.valueOf(e.getMessage());
    if (isPassing(e)) {
      // 0 and -1: without an answer, and with one that does not say whether it took the message
      return new Result.TryAgain(BUSY, why, e.code() <= 0);
    }
    if (isOurs(e)) {
      return new Result.TryAgain(UNTIL_MENDED, why);
    }
    sent.remove(entry.id());
    if (e.code() == WeComApi.NOT_ALLOWED) {
      shutOut.accept(entry.chat());
    }
    return new Result.Failed(why);
  }

  private static boolean isPassing(CallFailedException e) {
    return PASSING.contains(e.code());
  }

  private static boolean isOurs(CallFailedException e) {
    return OURS.contains(e.code());
  }
}
