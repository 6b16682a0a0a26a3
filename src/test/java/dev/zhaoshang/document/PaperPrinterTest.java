package dev.zhaoshang.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.Paper;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Papers as PDF, read back. */
class PaperPrinterTest {

  private final PaperPrinter printer = new PaperPrinter();

  @Test
  void what_was_written_can_be_read() throws IOException {
    Paper paper =
        new Paper(
            "拜访记录卡 王建国",
            List.of(new Paper.Part("拜访结果", List.of("谈成什么：他愿意先上两家医院", "Next: call him"))));
    byte[] pdf = printer.pdf(paper);
    assertThat(text(pdf)).contains("拜访记录卡 王建国", "拜访结果", "他愿意先上两家医院", "Next: call him");
    assertThat(pdf.length).isLessThan(200_000);
  }

  @Test
  void a_long_line_is_broken_and_a_long_paper_has_more_pages() throws IOException {
    String line = "医院网络商业连锁".repeat(30);
    Paper paper = new Paper("长", List.of(new Paper.Part("长", Collections.nCopies(40, line))));
    byte[] pdf = printer.pdf(paper);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isGreaterThan(2);
    }
    assertThat(text(pdf).replaceAll("\\s", "")).contains(line);
  }

  @Test
  void what_the_font_lacks_spoils_nothing() throws IOException {
    Paper paper = new Paper("a", List.of(new Paper.Part("b", List.of("好\uD83D\uDE00\t了"))));
    assertThat(text(printer.pdf(paper))).contains("好?了");
  }

  @Test
  void a_file_name_has_nothing_that_a_disk_refuses() {
    assertThat(PaperPrinter.fileName(new Paper("卡 a/b: 2026", List.of())))
        .isEqualTo("卡-a-b-2026.pdf");
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }
}
