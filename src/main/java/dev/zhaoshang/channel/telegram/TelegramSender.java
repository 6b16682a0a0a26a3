package dev.zhaoshang.channel.telegram;

import dev.zhaoshang.conversation.Enclosures;
import dev.zhaoshang.conversation.Enclosures.Made;
import dev.zhaoshang.document.ChartPainter;
import dev.zhaoshang.document.PaperPrinter;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Chart;
import dev.zhaoshang.domain.Enclosure;
import dev.zhaoshang.domain.OutboxEntry;
import dev.zhaoshang.domain.Paper;
import dev.zhaoshang.outbox.Limits;
import dev.zhaoshang.outbox.Limits.Rate;
import dev.zhaoshang.outbox.Sender;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

/**
 * Sends a reply, in several messages when it is long, buttons under the last. A chart goes as a
 * picture with the text as its caption, or before the text when that is too long. The heading of a
 * card is bold; should the platform not take that, the same goes as plain text.
 */
final class TelegramSender implements Sender {

  /** The channel's name. */
  static final String CHANNEL = "telegram";

  /**
   * The platform's own: about 1 a second to a chat (a burst is tolerated), 30 a second in all. The
   * interval leaves a little room; the burst makes up for a machine that paused for a fifth of a
   * second.
   */
  private static final Limits LIMITS =
      new Limits(new Rate(4, Duration.ofSeconds(1)), new Rate(6, Duration.ofNanos(33_500_000)));

  /** What the platform says of a text whose markup it cannot read. */
  private static final String UNPARSED = "can't parse entities";

  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int SERVER_ERROR = 500;

  /** The token is wrong, which is not the message's fault. */
  private static final Duration UNTIL_TOKEN_IS_RIGHT = Duration.ofMinutes(1);

  /** What the platform takes as a caption, in UTF-16 units. */
  private static final int CAPTION = 1024;

  /** What is left of that beside a line that goes with an enclosure. */
  private static final int CAPTION_BESIDE_LINE = 900;

  private final BotApi api;
  private final ChartPainter painter;
  private final PaperPrinter printer = new PaperPrinter();
  private final Enclosures enclosures;
  private final Consumer<String> shutOut;

  /** Messages that the platform accepted, of entries that it has not accepted whole. */
  private final Map<String, Integer> partsSent = new ConcurrentHashMap<>();

  /** Supergroups by the groups that they were: the platform says so once more after a restart. */
  private final Map<String, String> moved = new ConcurrentHashMap<>();

  /**
   * Calls the platform.
   *
   * @param enclosures makes what goes with replies
   * @param shutOut is told of a chat whose owner has blocked the bot
   */
  TelegramSender(
      BotApi api, ChartPainter painter, Enclosures enclosures, Consumer<String> shutOut) {
    this.api = api;
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

  @Override
  public int messages(OutboxEntry entry) {
    return Math.max(1, parts(entry).size() - partsSent.getOrDefault(entry.id(), 0));
  }

  @Override
  public boolean joins(OutboxEntry joined) {
    return joined.reply().text().length() <= MessageText.LIMIT;
  }

  @Override
  public Result send(OutboxEntry entry) {
    List<Part> parts = parts(entry);
    try {
      for (int i = partsSent.getOrDefault(entry.id(), 0); i < parts.size(); i++) {
        boolean last = i == parts.size() - 1;
        send(entry, parts.get(i), last ? entry.reply().buttons() : List.of());
        partsSent.put(entry.id(), i + 1);
      }
    } catch (CallFailedException e) {
      Long supergroup = e.movedTo();
      if (supergroup != null) {
        moved.put(entry.chat(), supergroup.toString());
        return new Result.TryAgain(Duration.ZERO, "the group has become a supergroup");
      }
      Result result = result(e);
      if (e.code() == FORBIDDEN) {
        shutOut.accept(entry.chat());
      }
      if (result instanceof Result.Failed) {
        partsSent.remove(entry.id());
      }
      return result;
    }
    partsSent.remove(entry.id());
    return parts.isEmpty() ? new Result.Failed("the reply has no text") : new Result.Sent();
  }

  private void send(OutboxEntry entry, Part part, List<Button> buttons) throws CallFailedException {
    String chat = moved.getOrDefault(entry.chat(), entry.chat());
    Chart chart = part.chart();
    Paper paper = part.paper();
    Enclosure enclosure = part.enclosure();
    if (paper != null) {
      api.call(document(chat, paper, buttons));
    } else if (chart != null) {
      InputFile file = file(painter.png(chart), "chart.png");
      api.call(photo(chat, part.text(), file, buttons));
    } else if (enclosure != null) {
      enclose(chat, part.text(), enclosures.make(enclosure), buttons);
    } else {
      boolean heading = part.first() && entry.reply().objection() != null;
      send(chat, part.text(), heading, buttons);
    }
  }

  /** What cannot be made any more is left out. */
  private void enclose(String chat, String text, Optional<Made> enclosed, List<Button> buttons)
      throws CallFailedException {
    if (enclosed.isEmpty()) {
      send(chat, text, false, buttons);
      return;
    }
    Made made = enclosed.get();
    String caption = made.line().isEmpty() ? text : text + "\n" + made.line();
    InputFile file = file(made.bytes(), made.name());
    if (made.isPicture()) {
      api.call(photo(chat, caption, file, buttons));
    } else {
      SendDocument document = new SendDocument(chat, file);
      document.setCaption(caption);
      keyboard(buttons).ifPresent(document::setReplyMarkup);
      api.call(document);
    }
  }

  private void send(String chat, String text, boolean heading, List<Button> buttons)
      throws CallFailedException {
    SendMessage message = message(chat, Html.of(text, heading), buttons);
    message.setParseMode("HTML");
    try {
      api.call(message);
    } catch (CallFailedException e) {
      if (e.code() != BAD_REQUEST || !String.valueOf(e.getMessage()).contains(UNPARSED)) {
        throw e;
      }
      api.call(message(chat, text, buttons));
    }
  }

  private static Result result(CallFailedException e) {
    String why = String.valueOf(e.getMessage());
    return switch (e.code()) {
      case BAD_REQUEST, FORBIDDEN -> new Result.Failed(why);
      case UNAUTHORIZED, NOT_FOUND -> new Result.TryAgain(UNTIL_TOKEN_IS_RIGHT, why);
      default -> new Result.TryAgain(e.retryAfter(), why, isUnknown(e));
    };
  }

  /** Without a proper answer, or with an error of the platform's own, it may have been accepted. */
  private static boolean isUnknown(CallFailedException e) {
    return e.code() == 0 || e.code() >= SERVER_ERROR;
  }

  /** The platform refuses a message without a visible character. */
  private static List<Part> parts(OutboxEntry entry) {
    String text = entry.reply().text();
    Chart chart = entry.reply().chart();
    List<Part> parts = new ArrayList<>();
    if (chart != null) {
      boolean caption = text.length() <= CAPTION;
      parts.add(new Part(caption ? text : "", chart, null, null, true));
      if (caption) {
        return parts;
      }
    }
    Enclosure enclosure = entry.reply().enclosure();
    boolean enclosed = enclosure != null && text.length() <= CAPTION_BESIDE_LINE;
    if (enclosed) {
      return List.of(new Part(text, null, null, enclosure, true));
    }
    MessageText.split(text).stream()
        .filter(part -> !part.isBlank())
        .forEach(part -> parts.add(new Part(part, null, null, null, parts.isEmpty())));
    if (entry.reply().paper() != null) {
      parts.add(new Part("", null, entry.reply().paper(), null, false));
    }
    return parts;
  }

  private static SendMessage message(String chat, String text, List<Button> buttons) {
    SendMessage message = new SendMessage(chat, text);
    keyboard(buttons).ifPresent(message::setReplyMarkup);
    return message;
  }

  private static InputFile file(byte[] bytes, String name) {
    return new InputFile(new ByteArrayInputStream(bytes), name);
  }

  private static SendPhoto photo(
      String chat, String caption, InputFile file, List<Button> buttons) {
    SendPhoto photo = new SendPhoto(chat, file);
    photo.setCaption(caption);
    keyboard(buttons).ifPresent(photo::setReplyMarkup);
    return photo;
  }

  private SendDocument document(String chat, Paper paper, List<Button> buttons) {
    InputFile file =
        new InputFile(new ByteArrayInputStream(printer.pdf(paper)), PaperPrinter.fileName(paper));
    SendDocument document = new SendDocument(chat, file);
    keyboard(buttons).ifPresent(document::setReplyMarkup);
    return document;
  }

  private static Optional<InlineKeyboardMarkup> keyboard(List<Button> buttons) {
    List<List<Button>> rows = Keyboard.rows(buttons);
    return rows.isEmpty() ? Optional.empty() : Optional.of(Keyboard.markup(rows));
  }

  /**
   * One message.
   *
   * @param text of the message, or the caption of its picture
   * @param chart the picture; null when it is text alone
   * @param paper the file; null when it is none
   * @param enclosure what goes with it; null for nothing
   * @param first whether the reply begins with it
   */
  private record Part(
      String text,
      @Nullable Chart chart,
      @Nullable Paper paper,
      @Nullable Enclosure enclosure,
      boolean first) {}
}
