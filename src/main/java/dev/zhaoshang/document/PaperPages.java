package dev.zhaoshang.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/** Sets text line by line onto A4 pages; a line that is too long is broken, a full page turned. */
final class PaperPages implements AutoCloseable {

  private static final float MARGIN = 56;
  private static final float TITLE = 18;
  private static final float HEADING = 13;
  private static final float TEXT = 11;
  private static final float LEADING = 1.6f;
  private static final float PER_MILLE = 1000;

  private final PDDocument document;
  private final PDType0Font font;
  private @Nullable PDPageContentStream stream;
  private float y;

  PaperPages(PDDocument document, PDType0Font font) {
    this.document = document;
    this.font = font;
  }

  void title(String text) throws IOException {
    put(text, TITLE, 0);
  }

  void heading(String text) throws IOException {
    y -= HEADING;
    put(text, HEADING, 0);
  }

  void line(String text) throws IOException {
    put(text, TEXT, TEXT);
  }

  private void put(String text, float size, float indent) throws IOException {
    float width = PDRectangle.A4.getWidth() - 2 * MARGIN - indent;
    for (String line : broken(printable(text), size, width)) {
      PDPageContentStream page = page(size * LEADING);
      page.beginText();
      page.setFont(font, size);
      page.newLineAtOffset(MARGIN + indent, y);
      page.showText(line);
      page.endText();
    }
  }

  /** The page under way, with room for a line of that height; a new one when it is full. */
  private PDPageContentStream page(float height) throws IOException {
    PDPageContentStream now = stream;
    if (now == null || y - height < MARGIN) {
      if (now != null) {
        now.close();
      }
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      now = new PDPageContentStream(document, page);
      stream = now;
      y = PDRectangle.A4.getHeight() - MARGIN;
    }
    y -= height;
    return now;
  }

  /** Characters that the font lacks are shown as a box would be: by a question mark. */
  private String printable(String text) {
    StringBuilder printable = new StringBuilder();
    text.codePoints()
        .filter(code -> !Character.isISOControl(code))
        .mapToObj(Character::toString)
        .forEach(letter -> printable.append(has(letter) ? letter : "?"));
    return printable.toString();
  }

  private boolean has(String letter) {
    try {
      font.encode(letter);
      return true;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  private List<String> broken(String text, float size, float width) throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    float used = 0;
    for (int code : text.codePoints().toArray()) {
      String letter = Character.toString(code);
      float more = font.getStringWidth(letter) / PER_MILLE * size;
      if (used + more > width) {
        int space = line.lastIndexOf(" ");
        boolean word = space > line.length() / 2 && code < 0x2e80;
        String rest = word ? line.substring(space + 1) : "";
        lines.add(word ? line.substring(0, space) : line.toString());
        line = new StringBuilder(rest);
        used = font.getStringWidth(rest) / PER_MILLE * size;
      }
      line.append(letter);
      used += more;
    }
    lines.add(line.toString());
    return lines;
  }

  @Override
  public void close() throws IOException {
    PDPageContentStream last = stream;
    if (last != null) {
      last.close();
    }
  }
}
