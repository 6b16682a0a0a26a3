package dev.zhaoshang.channel.telegram;

import dev.zhaoshang.channel.telegram.Incoming.Tap;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Language;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.outbox.Alarm;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageReplyMarkup;

/** What is polite but not owed: it is tried once, and nothing waits for it. */
final class Courtesy {

  /** Who waits longer for an answer sees that somebody is at it. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** Telegram shows it for five seconds. */
  private static final Duration SHOWN = Duration.ofSeconds(4);

  private static final int TYPING_AT_MOST = 8;

  private static final String CHOSEN = "\u2713 ";

  private final BotApi api;
  private final Wording wording;
  private final Alarm alarm;
  private final Menu menu;

  Courtesy(BotApi api, Wording wording, Alarm alarm, Menu menu) {
    this.api = api;
    this.wording = wording;
    this.alarm = alarm;
    this.menu = menu;
  }

  /** Stops the clock that Telegram shows on a tapped button. */
  void answerTap(Tap tap) {
    api.callAside(new AnswerCallbackQuery(tap.id()));
  }

  /** Ticks a tapped button, once it is known that the tap counted. */
  void tick(String chat, Tap tap, @Nullable String data) {
    List<List<Button>> ticked =
        tap.keyboard().stream()
            .map(row -> row.stream().map(b -> ticked(b, b.data().equals(data))).toList())
            .toList();
    if (tap.message() != null && !ticked.isEmpty() && !ticked.equals(tap.keyboard())) {
      api.callAside(
          EditMessageReplyMarkup.builder()
              .chatId(chat)
              .messageId(tap.message())
              .replyMarkup(Keyboard.markup(ticked))
              .build());
    }
  }

  private static Button ticked(Button button, boolean chosen) {
    String label = button.label();
    String bare = label.startsWith(CHOSEN) ? label.substring(CHOSEN.length()) : label;
    return new Button(chosen ? CHOSEN + bare : bare, button.data());
  }

  /** Shows that somebody is at it, if the answer takes its time, until it is there. */
  void typeUntil(String chat, Future<?> answer) {
    alarm.after(PATIENCE, () -> type(chat, answer, TYPING_AT_MOST));
  }

  private void type(String chat, Future<?> answer, int times) {
    if (!answer.isDone() && times > 0) {
      api.callAside(new SendChatAction(chat, "typing"));
      alarm.after(SHOWN, () -> type(chat, answer, times - 1));
    }
  }

  /** Tells somebody unknown that this bot is not for them. */
  void greetStranger(String chat, @Nullable Language language) {
    say(chat, wording.stranger().apply(language == null ? Language.ZH : language));
  }

  /** Tells a group that this bot talks in private only. */
  void pointToPrivateChat(String chat) {
    say(chat, wording.group().apply(Language.ZH));
  }

  private void say(String chat, String line) {
    api.callAside(new SendMessage(chat, line));
  }

  /** Somebody of the company wrote: the menu fits the role. */
  void meet(Person person, String chat) {
    menu.meet(person, chat);
  }
}
