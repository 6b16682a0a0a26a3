package dev.zhaoshang.channel.telegram;

import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.OutboxEntry;
import dev.zhaoshang.outbox.Limits;
import dev.zhaoshang.outbox.Limits.Rate;
import dev.zhaoshang.outbox.Sender;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** Sends a reply as plain text, in several messages when it is long, buttons under the last. */
final class TelegramSender implements Sender {

  /** The channel's name. */
  static final String CHANNEL = "telegram";

  /**
   * The platform's own: about 1 a second to a chat (a burst is tolerated), 30 a second in all.
   * Burst and rate together make 30 in the first second.
   */
  private static final Limits LIMITS =
      new Limits(new Rate(4, Duration.ofSeconds(1)), new Rate(5, Duration.ofMillis(40)));

  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  /** The token is wrong, which is not the message's fault. */
  private static final Duration UNTIL_TOKEN_IS_RIGHT = Duration.ofMinutes(1);

  private final BotApi api;

  /** Messages that the platform accepted, of entries that it has not accepted whole. */
  private final Map<String, Integer> partsSent = new ConcurrentHashMap<>();

  TelegramSender(BotApi api) {
    this.api = api;
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
  public Result send(OutboxEntry entry) {
    List<String> parts = parts(entry);
    try {
      for (int i = partsSent.getOrDefault(entry.id(), 0); i < parts.size(); i++) {
        boolean last = i == parts.size() - 1;
        api.call(message(entry, parts.get(i), last ? entry.reply().buttons() : List.of()));
        partsSent.put(entry.id(), i + 1);
      }
    } catch (CallFailedException e) {
      Result result = result(e);
      if (result instanceof Result.Failed) {
        partsSent.remove(entry.id());
      }
      return result;
    }
    partsSent.remove(entry.id());
    return parts.isEmpty() ? new Result.Failed("the reply has no text") : new Result.Sent();
  }

  private static Result result(CallFailedException e) {
    String why = String.valueOf(e.getMessage());
    return switch (e.code()) {
      case BAD_REQUEST, FORBIDDEN -> new Result.Failed(why);
      case UNAUTHORIZED, NOT_FOUND -> new Result.TryAgain(UNTIL_TOKEN_IS_RIGHT, why);
      default -> new Result.TryAgain(e.retryAfter(), why);
    };
  }

  /** The platform refuses a message without a visible character. */
  private static List<String> parts(OutboxEntry entry) {
    return MessageText.split(entry.reply().text()).stream()
        .filter(part -> !part.isBlank())
        .toList();
  }

  private static SendMessage message(OutboxEntry entry, String text, List<Button> buttons) {
    SendMessage message = new SendMessage(entry.chat(), text);
    List<InlineKeyboardRow> rows =
        Keyboard.rows(buttons).stream().map(TelegramSender::row).toList();
    if (!rows.isEmpty()) {
      message.setReplyMarkup(new InlineKeyboardMarkup(rows));
    }
    return message;
  }

  private static InlineKeyboardRow row(List<Button> buttons) {
    InlineKeyboardRow row = new InlineKeyboardRow();
    for (Button button : buttons) {
      row.add(
          InlineKeyboardButton.builder().text(button.label()).callbackData(button.data()).build());
    }
    return row;
  }
}
