package dev.zhaoshang.document;

import dev.zhaoshang.domain.Paper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Prints papers as PDF, with the bundled font, so that they look the same on every phone. */
public final class PaperPrinter {

  private static final String FONT = "/font/NotoSansSC-Regular.ttf";

  /** The paper as a PDF of A4 pages. */
  public byte[] pdf(Paper paper) {
    try (PDDocument document = new PDDocument();
        InputStream font = PaperPrinter.class.getResourceAsStream(FONT)) {
      PDType0Font letters = PDType0Font.load(document, Objects.requireNonNull(font));
      try (PaperPages pages = new PaperPages(document, letters)) {
        pages.title(paper.title());
        for (Paper.Part part : paper.parts()) {
          pages.heading(part.heading());
          for (String line : part.lines()) {
            pages.line(line);
          }
        }
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The name of its file, without what file systems do not take. */
  public static String fileName(Paper paper) {
    String name = paper.title().replaceAll("[\\\\/:*?\"<>|\\s]+", "-");
    return name + ".pdf";
  }
}
