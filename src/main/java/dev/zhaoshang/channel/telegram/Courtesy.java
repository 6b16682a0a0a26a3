package dev.zhaoshang.channel.telegram;

import dev.zhaoshang.domain.Language;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;

/** What is polite but not owed: it is tried once, and nothing waits for it. */
final class Courtesy {

  private final BotApi api;
  private final Wording wording;

  Courtesy(BotApi api, Wording wording) {
    this.api = api;
    this.wording = wording;
  }

  /** Stops the clock that Telegram shows on a tapped button. */
  void answerTap(String tap) {
    api.callAside(new AnswerCallbackQuery(tap));
  }

  /** Tells somebody unknown that this bot is not for them. */
  void greetStranger(String chat, @Nullable Language language) {
    String line = wording.stranger().apply(language == null ? Language.ZH : language);
    api.callAside(new SendMessage(chat, line));
  }

  /** Offers the commands: in Chinese to those whose app is, in English to all others. */
  void offerMenu() {
    api.callAside(menu(Language.EN).build());
    api.callAside(menu(Language.ZH).languageCode("zh").build());
  }

  private SetMyCommands.SetMyCommandsBuilder<?, ?> menu(Language language) {
    List<BotCommand> commands =
        wording.menu().apply(language).entrySet().stream().map(Courtesy::command).toList();
    return SetMyCommands.builder().commands(commands);
  }

  private static BotCommand command(Map.Entry<String, String> entry) {
    return new BotCommand(entry.getKey(), entry.getValue());
  }
}
