package dev.zhaoshang.document;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The font of everything drawn: a bare machine has none with Chinese characters. */
final class Typeface {

  private static final Font REGULAR = load();

  private Typeface() {}

  /** The font in a size, in points. */
  static Font of(float size) {
    return REGULAR.deriveFont(size);
  }

  private static Font load() {
    try (InputStream in = Typeface.class.getResourceAsStream("/font/NotoSansSC-Regular.ttf")) {
      return Font.createFont(Font.TRUETYPE_FONT, Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FontFormatException e) {
      throw new IllegalStateException("The bundled font cannot be read", e);
    }
  }
}
