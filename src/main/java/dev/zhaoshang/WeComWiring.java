package dev.zhaoshang;

import dev.zhaoshang.access.Reception;
import dev.zhaoshang.channel.wecom.TokenCache;
import dev.zhaoshang.channel.wecom.WeComChannel;
import dev.zhaoshang.channel.wecom.Wording;
import dev.zhaoshang.content.LiveContent;
import dev.zhaoshang.conversation.Enclosures;
import dev.zhaoshang.conversation.FrontDoor;
import dev.zhaoshang.domain.Language;
import dev.zhaoshang.domain.LedgerChange;
import dev.zhaoshang.domain.SharedToken;
import dev.zhaoshang.outbox.Alarm;
import dev.zhaoshang.outbox.Sender;
import dev.zhaoshang.store.Ledgers;
import dev.zhaoshang.store.mongo.MongoStore;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** WeCom, where the application of a company is set. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${zhaoshang.wecom.corp-id:}'.isBlank()")
class WeComWiring {

  /** Buttons of the menu and commands below them; {@code menu.<id>} says what each is called. */
  private static final List<String> MENU =
      List.of("customer", "new", "leads", "status", "say", "objection", "undo", "help");

  @Bean(destroyMethod = "close")
  WeComChannel weComChannel(
      Settings settings,
      ObjectProvider<FrontDoor> door,
      Reception reception,
      LiveContent content,
      Enclosures enclosures,
      MongoStore store,
      WeComChannel.Timing timing) {
    Wording wording =
        new Wording(
            () -> content.get().say("stranger", Language.ZH),
            () -> menu(content),
            () -> content.get().say("choose", Language.ZH),
            () -> content.get().say("button.stale", Language.ZH),
            enclosures);
    // The outbox sends through this channel and turns end in the outbox: the door comes last.
    return new WeComChannel(
        settings.wecom().config(),
        update -> door.getObject().receive(update),
        reception,
        wording,
        new LedgerTokens(store.ledgers(), "token:wecom:" + settings.wecom().agentId()),
        timing);
  }

  @Bean
  WeComChannel.Timing weComTiming(InstantSource clock, Alarm alarm) {
    return new WeComChannel.Timing(clock, alarm);
  }

  @Bean
  Sender weComSender(WeComChannel channel) {
    return channel.sender();
  }

  private static Map<String, String> menu(LiveContent content) {
    Map<String, String> menu = new LinkedHashMap<>();
    for (String id : MENU) {
      boolean top = id.equals("customer") || id.equals("say");
      String command = id.equals("leads") ? "list" : id;
      menu.put(content.get().say("wecom." + id, Language.ZH), top ? "" : "cmd:" + command);
    }
    return menu;
  }

  /** Access tokens in a ledger of their own. */
  private record LedgerTokens(Ledgers ledgers, String id) implements TokenCache {

    @Override
    public Optional<Token> read() {
      return ledgers
          .find(id)
          .find(SharedToken.class, SharedToken.ID)
          .map(token -> new Token(token.value(), token.expires()));
    }

    @Override
    public void write(Token token) {
      SharedToken kept = new SharedToken(SharedToken.ID, token.value(), token.expires());
      ledgers.apply(
          new LedgerChange(id, "wecom", token.value() + token.expires(), List.of(kept), List.of()));
    }
  }
}
