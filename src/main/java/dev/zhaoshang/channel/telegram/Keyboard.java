package dev.zhaoshang.channel.telegram;

import dev.zhaoshang.domain.Button;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** Lays out buttons in rows of one to three, as wide as their labels need on a phone. */
final class Keyboard {

  /** What the platform takes as a button's data. */
  static final int MAX_DATA_BYTES = 64;

  private static final int MAX_IN_ROW = 3;

  /** Columns that a row of a narrow phone shows; a CJK character takes two. */
  private static final int COLUMNS = 30;

  private static final int FIRST_WIDE = 0x1100;

  private Keyboard() {}

  /** Rows of buttons, in order. What the platform would refuse is left out. */
  static List<List<Button>> rows(List<Button> buttons) {
    List<List<Button>> rows = new ArrayList<>();
    List<Button> row = new ArrayList<>();
    for (Button button : buttons.stream().filter(Keyboard::isAccepted).toList()) {
      row.add(button);
      if (!fits(row)) {
        row.remove(row.size() - 1);
        rows.add(List.copyOf(row));
        row.clear();
        row.add(button);
      }
    }
    if (!row.isEmpty()) {
      rows.add(List.copyOf(row));
    }
    return rows;
  }

  /** The rows as Telegram takes them. */
  static InlineKeyboardMarkup markup(List<List<Button>> rows) {
    return new InlineKeyboardMarkup(rows.stream().map(Keyboard::row).toList());
  }

  private static InlineKeyboardRow row(List<Button> buttons) {
    InlineKeyboardRow row = new InlineKeyboardRow();
    for (Button button : buttons) {
      row.add(
          InlineKeyboardButton.builder().text(button.label()).callbackData(button.data()).build());
    }
    return row;
  }

  private static boolean isAccepted(Button button) {
    int bytes = button.data().getBytes(StandardCharsets.UTF_8).length;
    return !button.label().isBlank() && bytes >= 1 && bytes <= MAX_DATA_BYTES;
  }

  /** Buttons of a row are equally wide, so the longest label decides. */
  private static boolean fits(List<Button> row) {
    int widest = row.stream().mapToInt(button -> width(button.label())).max().orElse(0);
    return row.size() == 1 || (row.size() <= MAX_IN_ROW && widest * row.size() <= COLUMNS);
  }

  private static int width(String label) {
    return label.codePoints().map(c -> c >= FIRST_WIDE ? 2 : 1).sum();
  }
}
