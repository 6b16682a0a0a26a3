package dev.zhaoshang.channel.telegram;

import dev.zhaoshang.access.Access;
import dev.zhaoshang.domain.Language;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Person.Account;
import dev.zhaoshang.domain.Person.Role;
import dev.zhaoshang.outbox.Alarm;
import dev.zhaoshang.outbox.Backoff;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.commands.DeleteMyCommands;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeChat;

/**
 * The menu of commands: one for everybody, and in the chat of each who is known the one of their
 * role, each in Chinese for those whose app is and in English for all others. Nothing waits for it.
 */
final class Menu {

  private static final Logger LOG = LoggerFactory.getLogger(Menu.class);

  /** After so many failures the next contact tries again. */
  private static final int TRIES = 8;

  private static final int FORBIDDEN = 403;

  private final BotApi api;
  private final BiFunction<Role, Language, Map<String, String>> words;
  private final Alarm alarm;
  private final Backoff backoff;

  /** The role whose menu a chat has, or is about to have. */
  private final Map<String, Role> shown = new ConcurrentHashMap<>();

  /**
   * Offers nothing yet.
   *
   * @param words what each command does, by command without its slash, in the menu's order
   * @param backoff between tries
   */
  Menu(
      BotApi api,
      BiFunction<Role, Language, Map<String, String>> words,
      Alarm alarm,
      Backoff backoff) {
    this.api = api;
    this.words = words;
    this.alarm = alarm;
    this.backoff = backoff;
  }

  /** Offers everybody what reps use: an app that knows no better shows it. */
  void offer() {
    set(null, Access.LEAST, () -> true);
  }

  /** Offers somebody what the role may use, unless that chat has it already. */
  void meet(Person person, String chat) {
    if (person.role() != shown.put(chat, person.role())) {
      show(person, chat);
    }
  }

  private void show(Person person, String chat) {
    set(chat, person.role(), () -> shown.get(chat) == person.role());
  }

  /** Follows what a person is now; one who has left sees what everybody sees. */
  void changed(Person person) {
    for (Account account : person.accounts()) {
      if (!account.channel().equals(TelegramSender.CHANNEL)) {
        continue;
      }
      // A chat of two has the id of the other.
      if (person.active()) {
        // Whatever this instance showed, another may have withdrawn since.
        shown.put(account.id(), person.role());
        show(person, account.id());
      } else {
        shown.remove(account.id());
        withdraw(account.id());
      }
    }
  }

  private void set(@Nullable String chat, Role role, BooleanSupplier wanted) {
    for (Language language : Language.values()) {
      List<BotCommand> commands =
          words.apply(role, language).entrySet().stream().map(Menu::command).toList();
      SetMyCommands call = new SetMyCommands(commands);
      call.setLanguageCode(code(language));
      if (chat != null) {
        call.setScope(new BotCommandScopeChat(chat));
      }
      attempt(call, chat, wanted, 1);
    }
  }

  private void withdraw(String chat) {
    for (Language language : Language.values()) {
      DeleteMyCommands call = new DeleteMyCommands(new BotCommandScopeChat(chat), code(language));
      attempt(call, chat, () -> !shown.containsKey(chat), 1);
    }
  }

  private void attempt(
      BotApiMethod<Boolean> call, @Nullable String chat, BooleanSupplier wanted, int tries) {
    if (wanted.getAsBoolean()) {
      api.callAside(call, failure -> failed(call, chat, wanted, tries, failure));
    }
  }

  private void failed(
      BotApiMethod<Boolean> call,
      @Nullable String chat,
      BooleanSupplier wanted,
      int tries,
      CallFailedException failure) {
    boolean over =
        tries >= TRIES || failure.code() == BotApi.BAD_REQUEST || failure.code() == FORBIDDEN;
    LOG.info("{}; {}", failure.getMessage(), over ? "given up for now" : "tried again later");
    if (!over) {
      Duration pause = backoff.after(tries);
      Duration least = failure.retryAfter();
      alarm.after(
          pause.compareTo(least) < 0 ? least : pause, () -> attempt(call, chat, wanted, tries + 1));
    } else if (chat != null && wanted.getAsBoolean()) {
      shown.remove(chat);
    }
  }

  private static @Nullable String code(Language language) {
    return language == Language.ZH ? "zh" : null;
  }

  private static BotCommand command(Map.Entry<String, String> entry) {
    return new BotCommand(entry.getKey(), entry.getValue());
  }
}
