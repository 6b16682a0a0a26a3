package dev.zhaoshang.channel.wecom;

import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.OutboxEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import me.chanjar.weixin.cp.bean.message.WxCpMessage;
import me.chanjar.weixin.cp.bean.templatecard.TemplateCardButton;
import org.jspecify.annotations.Nullable;

/** Makes messages of replies: texts, and cards for the buttons. Pure. */
final class Composer {

  /** What the platform takes of a text, in bytes; the mark at its end included. */
  private static final int LONGEST_TEXT = 2048;

  /** What the platform shows of a card's text, in characters. */
  private static final int LONGEST_ON_CARD = 112;

  private static final int LONGEST_LABEL = 10;
  private static final int BUTTONS_A_CARD = 6;
  private static final int MARK_BITS = 16;
  private static final int MARK_BYTES = 3 * MARK_BITS;

  /** Within this the platform drops a copy: longer than any two tries are apart at first. */
  private static final int DUPLICATE_SECONDS = 600;

  private final int agent;
  private final Supplier<String> choose;

  /**
   * For one application.
   *
   * @param choose the line on a card whose text stands in a message before it
   */
  Composer(int agent, Supplier<String> choose) {
    this.agent = agent;
    this.choose = choose;
  }

  /**
   * One message, and what to send when the platform does not take it.
   *
   * @param message to be sent
   * @param instead a text with the same words; null when the message is a text itself
   */
  record Part(WxCpMessage message, @Nullable WxCpMessage instead) {}

  /** The messages of a reply, in order; none when it says nothing. */
  List<Part> parts(OutboxEntry entry) {
    String text = entry.reply().text();
    List<Button> buttons =
        entry.reply().buttons().stream().filter(b -> !b.label().isBlank()).toList();
    List<Part> parts = new ArrayList<>();
    boolean onCard = !buttons.isEmpty() && text.length() <= LONGEST_ON_CARD && !text.isBlank();
    if (!onCard) {
      ByteText.split(text, LONGEST_TEXT - MARK_BYTES).stream()
          .filter(part -> !part.isBlank())
          .map(part -> text(entry, parts.size(), part))
          .forEach(message -> parts.add(new Part(message, null)));
    }
    for (int i = 0; i < buttons.size(); i += BUTTONS_A_CARD) {
      List<Button> some = buttons.subList(i, Math.min(buttons.size(), i + BUTTONS_A_CARD));
      String above = onCard && i == 0 ? text : choose.get();
      parts.add(
          new Part(
              card(entry, parts.size(), above, some),
              text(entry, parts.size(), above + "\n" + labels(some))));
    }
    return parts;
  }

  /** A picture that the platform keeps. */
  WxCpMessage picture(OutboxEntry entry, String media) {
    WxCpMessage message =
        WxCpMessage.IMAGE().agentId(agent).toUser(entry.chat()).mediaId(media).build();
    return checked(message);
  }

  /** A file that the platform keeps. */
  WxCpMessage file(OutboxEntry entry, String media) {
    return checked(WxCpMessage.FILE().agentId(agent).toUser(entry.chat()).mediaId(media).build());
  }

  /** A text outside of the outbox. */
  WxCpMessage line(String member, String text) {
    return WxCpMessage.TEXT().agentId(agent).toUser(member).content(text).build();
  }

  /** Whether a reply goes as one text. */
  boolean isOneText(OutboxEntry entry) {
    return ByteText.bytes(entry.reply().text()) <= LONGEST_TEXT - MARK_BYTES;
  }

  private WxCpMessage text(OutboxEntry entry, int n, String text) {
    String content = text + mark(entry.id() + "/" + n);
    return checked(WxCpMessage.TEXT().agentId(agent).toUser(entry.chat()).content(content).build());
  }

  private WxCpMessage card(OutboxEntry entry, int n, String text, List<Button> buttons) {
    return checked(
        WxCpMessage.TEMPLATECARD()
            .agentId(agent)
            .toUser(entry.chat())
            .cardType("button_interaction")
            .mainTitleTitle("")
            .subTitleText(text)
            .taskId(
                UUID.nameUUIDFromBytes((entry.id() + "/" + n).getBytes(StandardCharsets.UTF_8))
                    .toString())
            .buttons(buttons.stream().map(Composer::button).toList())
            .build());
  }

  private static TemplateCardButton button(Button button) {
    String label = button.label();
    int end =
        label.offsetByCodePoints(
            0, Math.min(LONGEST_LABEL, label.codePointCount(0, label.length())));
    String shown = label.substring(0, end);
    return TemplateCardButton.builder()
        .text(shown)
        .key(Key.of(button, shown).written())
        .style(1)
        .build();
  }

  private static String labels(List<Button> buttons) {
    return buttons.stream().map(b -> "· " + b.label()).collect(Collectors.joining("\n"));
  }

  /** A message that was sent although we do not know it is dropped when it comes again. */
  private static WxCpMessage checked(WxCpMessage message) {
    message.setEnableDuplicateCheck(true);
    message.setDuplicateCheckInterval(DUPLICATE_SECONDS);
    return message;
  }

  /**
   * Invisible characters that tell one message from another with the same words: the platform would
   * take the second for a copy of the first, and drop a question that is asked twice.
   */
  private static String mark(String id) {
    int hash = id.hashCode();
    StringBuilder mark = new StringBuilder(MARK_BITS);
    for (int bit = 0; bit < MARK_BITS; bit++) {
      mark.append((((hash >>> 16) ^ hash) >> bit & 1) == 0 ? '\u200b' : '\u200c');
    }
    return mark.toString();
  }
}
