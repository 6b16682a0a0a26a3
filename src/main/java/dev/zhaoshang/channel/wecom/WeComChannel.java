package dev.zhaoshang.channel.wecom;

import dev.zhaoshang.access.Reception;
import dev.zhaoshang.channel.wecom.Decoder.Incoming;
import dev.zhaoshang.channel.wecom.Decoder.Settled;
import dev.zhaoshang.conversation.FrontDoor;
import dev.zhaoshang.document.ChartPainter;
import dev.zhaoshang.outbox.Alarm;
import dev.zhaoshang.outbox.Sender;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import me.chanjar.weixin.common.bean.menu.WxMenu;
import me.chanjar.weixin.common.bean.menu.WxMenuButton;

/**
 * WeCom: what reps send goes to the front door, and {@link #sender()} takes what they are told. Any
 * number of instances may serve one application.
 */
public final class WeComChannel implements AutoCloseable {

  /** Callbacks that may wait for the store at once. */
  private static final int WORKERS = 16;

  private static final int WAITING = 1000;
  private static final int BUTTONS_A_MENU = 3;
  private static final int BUTTONS_BELOW = 5;

  private final WeComApi api;
  private final Wording wording;
  private final Sender sender;
  private final Callbacks callbacks;
  private final ExecutorService workers =
      new ThreadPoolExecutor(
          WORKERS, WORKERS, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(WAITING));

  /**
   * With the application, and who answers.
   *
   * @param wording what it says by itself
   */
  public WeComChannel(
      WeComConfig config,
      FrontDoor door,
      Reception reception,
      Wording wording,
      TokenCache tokens,
      Timing timing) {
    this.wording = wording;
    this.api = new WeComApi(config, tokens, timing.clock(), workers);
    Composer composer = new Composer(config.agentId(), wording.choose());
    this.sender =
        new WeComSender(
            api,
            composer,
            new ChartPainter(),
            wording.enclosures(),
            member -> reception.shutOut(WeComSender.CHANNEL, member));
    this.callbacks =
        new Callbacks(
            new Envelope(config, timing.clock()),
            new Decoder(config.agentId()),
            reception,
            door,
            new Callbacks.Courtesies(
                in -> api.sendAside(composer.line(in.account(), wording.stranger().get())),
                in -> show(in, chosen -> WeComApi.CHOSEN + chosen),
                in -> show(in, chosen -> wording.stale().get())),
            new Callbacks.Timing(workers, timing.alarm()));
  }

  /**
   * What time it takes.
   *
   * @param clock the time
   * @param alarm runs what comes later
   */
  public record Timing(InstantSource clock, Alarm alarm) {}

  /** Delivers replies to the channel; may be used before {@link #start()}. */
  public Sender sender() {
    return sender;
  }

  /** Offers the menu; returns at once. */
  public void start() {
    api.offerMenu(menu());
  }

  /** Takes no more callbacks. */
  @Override
  public void close() {
    workers.shutdown();
  }

  private void show(Incoming tap, UnaryOperator<String> label) {
    Settled settled = tap.settled();
    if (settled != null) {
      api.settle(tap.account(), settled.code(), label.apply(settled.label()));
    }
  }

  Callbacks callbacks() {
    return callbacks;
  }

  /** Commands in the order of the wording: five below each of the first buttons. */
  private WxMenu menu() {
    WxMenu menu = new WxMenu();
    for (Map.Entry<String, String> entry : wording.menu().get().entrySet()) {
      WxMenuButton button = new WxMenuButton();
      button.setName(entry.getKey());
      if (entry.getValue().isEmpty() && menu.getButtons().size() < BUTTONS_A_MENU) {
        menu.getButtons().add(button);
      } else if (!menu.getButtons().isEmpty()) {
        button.setType("click");
        button.setKey(entry.getValue());
        var below = menu.getButtons().get(menu.getButtons().size() - 1).getSubButtons();
        if (below.size() < BUTTONS_BELOW) {
          below.add(button);
        }
      }
    }
    return menu;
  }
}
