package dev.zhaoshang.channel.wecom;

import dev.zhaoshang.conversation.Buttons;
import dev.zhaoshang.domain.Button;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What a card's button brings back when it is tapped: its data, and where the tap settles the card
 * what stood on it. The event does not say that, and who hears of it may not be who sent the card.
 *
 * @param data of the button
 * @param label what stood on it; null where the card stays open
 */
record Key(String data, @Nullable String label) {

  private static final char BETWEEN = '~';

  /** The key of a button that shows that label. */
  static Key of(Button button, String label) {
    return new Key(button.data(), Buttons.settles(button.data()) ? label : null);
  }

  /** Reads what came back; anything else is data alone. */
  static Key read(String key) {
    int at = key.lastIndexOf(BETWEEN);
    try {
      byte[] label = at < 0 ? new byte[0] : Base64.getUrlDecoder().decode(key.substring(at + 1));
      return label.length == 0
          ? new Key(key, null)
          : new Key(key.substring(0, at), new String(label, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return new Key(key, null);
    }
  }

  /** As it goes with the button. */
  String written() {
    return label == null
        ? data
        : data
            + BETWEEN
            + Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(label.getBytes(StandardCharsets.UTF_8));
  }
}
