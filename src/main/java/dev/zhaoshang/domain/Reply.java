package dev.zhaoshang.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message to the rep.
 *
 * @param id what it is, e.g. {@code ask.mobile}, {@code card.priceTooHigh}, {@code recorded}
 * @param text plain text with line breaks, no markup
 * @param asks aspect or field id that it asks for; null when it asks for none
 * @param objection id of the objection whose card it is; null when it is none
 * @param buttons in the order in which they are shown
 * @param chart to be shown as a picture with the text; null when there is none
 * @param paper to be sent as a file with the text; null when there is none
 * @param enclosure to be sent with the text; null when there is none
 */
public record Reply(
    String id,
    String text,
    @Nullable String asks,
    @Nullable String objection,
    List<Button> buttons,
    @Nullable Chart chart,
    @Nullable Paper paper,
    @Nullable Enclosure enclosure) {

  public Reply {
    buttons = List.copyOf(buttons);
  }

  /** A reply with nothing but text and buttons. */
  public Reply(
      String id,
      String text,
      @Nullable String asks,
      @Nullable String objection,
      List<Button> buttons) {
    this(id, text, asks, objection, buttons, null, null, null);
  }

  /** This reply with a picture. */
  public Reply with(Chart picture) {
    return new Reply(id, text, asks, objection, buttons, picture, paper, enclosure);
  }

  /** This reply with a file. */
  public Reply with(Paper file) {
    return new Reply(id, text, asks, objection, buttons, chart, file, enclosure);
  }

  /** This reply with something that goes with it. */
  public Reply with(Enclosure enclosed) {
    return new Reply(id, text, asks, objection, buttons, chart, paper, enclosed);
  }
}
