package dev.zhaoshang.channel.wecom;

import dev.zhaoshang.domain.SentFile;
import dev.zhaoshang.domain.Update;
import dev.zhaoshang.domain.Update.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a message of WeCom is to us. Pure. */
final class Decoder {

  private static final int LONGEST_DATA = 64;
  private static final Pattern DEGREES = Pattern.compile("-?\\d{1,3}(?:\\.\\d+)?");

  private final int agent;

  /** For the messages of one application. */
  Decoder(int agent) {
    this.agent = agent;
  }

  /**
   * A message before it is known whose it is.
   *
   * @param id as {@link Update#id()}
   * @param account id of the member
   * @param kind what it is
   * @param text typed; empty when nothing was
   * @param button data of the tapped button; null for others
   * @param file that was sent; null for others
   * @param settled the card that the tap settles; null for none
   * @param raw as received
   * @param enters whether the member has only opened the chat
   */
  record Incoming(
      String id,
      String account,
      Kind kind,
      String text,
      @Nullable String button,
      @Nullable SentFile file,
      @Nullable Settled settled,
      String raw,
      boolean enters) {

    /** As an update of a rep. */
    Update of(String rep) {
      return new Update(
          id, rep, WeComSender.CHANNEL, account, kind, text, button, null, null, raw, null, file);
    }

    /** The same account with another text, and without what was sent. */
    Incoming saying(String said) {
      return new Incoming(id, account, Kind.TEXT, said, null, null, null, "", false);
    }

    /** The same from somebody who has only opened the chat. */
    Incoming entering() {
      return new Incoming(id, account, kind, text, button, file, settled, raw, true);
    }

    /** The same, when it cannot be handled as what it is. */
    Incoming unreadable() {
      return new Incoming(id, account, Kind.UNREADABLE, "", null, null, null, raw, false);
    }

    /** That something came, where what came cannot be kept. */
    Incoming bare() {
      return new Incoming(id, account, Kind.UNREADABLE, "", null, null, null, "", false);
    }
  }

  /**
   * A card with nothing left to tap.
   *
   * @param code by which the platform lets it be changed, once and within 72 hours
   * @param label of the button that was tapped
   */
  record Settled(String code, String label) {}

  /** What it is; empty when it is none of our business. */
  Optional<Incoming> decode(Map<String, String> message) {
    String account = message.getOrDefault("FromUserName", "");
    if (account.isBlank()) {
      return Optional.empty();
    }
    return switch (message.getOrDefault("MsgType", "")) {
      case "text" -> incoming(message, Kind.TEXT, message.getOrDefault("Content", ""));
      case "image" -> file(message, "", "image/jpeg");
      case "file" -> file(message, message.getOrDefault("Title", ""), "");
      case "video" -> file(message, "video.mp4", "video/mp4");
      case "voice" -> incoming(message, Kind.VOICE, "");
      case "location" -> place(message);
      case "event" -> event(message);
      default -> incoming(message, Kind.OTHER, "");
    };
  }

  private Optional<Incoming> place(Map<String, String> message) {
    String x = message.getOrDefault("Location_X", "");
    String y = message.getOrDefault("Location_Y", "");
    return DEGREES.matcher(x).matches() && DEGREES.matcher(y).matches()
        ? incoming(message, Kind.LOCATION, x + "," + y)
        : incoming(message, Kind.UNREADABLE, "");
  }

  /** Of the many events these are a rep's doing. */
  private Optional<Incoming> event(Map<String, String> message) {
    String key = message.getOrDefault("EventKey", "");
    return switch (message.getOrDefault("Event", "")) {
      case "subscribe" -> incoming(message, Kind.TEXT, "/start");
      case "enter_agent" -> incoming(message, Kind.TEXT, "/start").map(Incoming::entering);
      case "click", "template_card_event" -> tap(message, Key.read(key));
      default -> Optional.empty();
    };
  }

  private Optional<Incoming> tap(Map<String, String> message, Key key) {
    int bytes = key.data().getBytes(StandardCharsets.UTF_8).length;
    if (bytes == 0 || bytes > LONGEST_DATA) {
      return Optional.empty();
    }
    String code = message.getOrDefault("ResponseCode", "");
    String label = key.label();
    Settled settled = label == null || code.isBlank() ? null : new Settled(code, label);
    return incoming(message, Kind.BUTTON, "", key.data(), null, settled);
  }

  private Optional<Incoming> file(Map<String, String> message, String name, String type) {
    SentFile file = new SentFile(message.getOrDefault("MediaId", ""), name, type, 0);
    return incoming(message, Kind.FILE, "", null, file, null);
  }

  private Optional<Incoming> incoming(Map<String, String> message, Kind kind, String text) {
    return incoming(message, kind, text, null, null, null);
  }

  private Optional<Incoming> incoming(
      Map<String, String> message,
      Kind kind,
      String text,
      @Nullable String button,
      @Nullable SentFile file,
      @Nullable Settled settled) {
    return Optional.of(
        new Incoming(
            id(message),
            message.getOrDefault("FromUserName", ""),
            kind,
            text,
            button,
            file,
            settled,
            message.toString(),
            false));
  }

  /** Events have no id of their own: who did what to which card, and when, is one. */
  private String id(Map<String, String> message) {
    String id = message.get("MsgId");
    if (id == null || id.isBlank()) {
      String all =
          String.join(
              "\n",
              message.getOrDefault("FromUserName", ""),
              message.getOrDefault("CreateTime", ""),
              message.getOrDefault("Event", ""),
              message.getOrDefault("EventKey", ""),
              message.getOrDefault("TaskId", ""),
              message.getOrDefault("ResponseCode", ""));
      id = UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    }
    return WeComSender.CHANNEL + ":" + agent + ":" + id;
  }
}
