package dev.zhaoshang.understanding.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.content.Compliance;
import dev.zhaoshang.understanding.Readers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many offences and adverse reactions the rules catch, and how many lawful neighbours they take
 * for one. The rules were shaped by the first set, and what they missed of the second was read; the
 * third was written later and taught nothing, so only its figures are those to expect of new
 * wordings: far from all is caught.
 */
class ComplianceMeasureTest {

  private static final Logger LOG = LoggerFactory.getLogger(ComplianceMeasureTest.class);

  private final ComplianceReader reader = new ComplianceReader(Readers.CONTENT.compliance());

  @Test
  void lines_that_shaped_the_rules_are_caught() throws IOException {
    Measure measure = measure("shaped.tsv");
    assertThat(measure.recall()).as(measure.report()).isGreaterThanOrEqualTo(0.95);
    assertThat(measure.falseAlarms()).as(measure.report()).isLessThanOrEqualTo(0.03);
  }

  @Test
  void lines_that_were_kept_aside_are_caught_nearly_as_often() throws IOException {
    Measure measure = measure("unseen.tsv");
    assertThat(measure.recall()).as(measure.report()).isGreaterThanOrEqualTo(0.90);
    assertThat(measure.falseAlarms()).as(measure.report()).isLessThanOrEqualTo(0.05);
  }

  @Test
  void of_new_wordings_many_are_caught_and_few_lawful_ones() throws IOException {
    Measure measure = measure("later.tsv");
    assertThat(measure.recall()).as(measure.report()).isGreaterThanOrEqualTo(0.40);
    assertThat(measure.falseAlarms()).as(measure.report()).isLessThanOrEqualTo(0.10);
  }

  private Measure measure(String file) throws IOException {
    Measure measure = new Measure();
    for (String line : lines(file)) {
      String label = line.substring(0, line.indexOf('\t'));
      String text = line.substring(label.length() + 1);
      List<String> kinds =
          reader.read(text).stream()
              .map(hit -> hit.rule().kind())
              .map(Compliance.Kind::name)
              .map(name -> name.toLowerCase(Locale.ROOT))
              .toList();
      measure.add(label, text, kinds);
    }
    LOG.info("{}: {}", file, measure.report());
    return measure;
  }

  private static List<String> lines(String file) throws IOException {
    try (InputStream in = ComplianceMeasureTest.class.getResourceAsStream("/compliance/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  /** Counts; an offence is caught if it is safety's where it has to be, else by any other rule. */
  private static final class Measure {

    private final List<String> missed = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private int offences;
    private int lawful;

    void add(String label, String text, List<String> kinds) {
      if (label.equals("-")) {
        lawful++;
        if (!kinds.isEmpty()) {
          wrong.add(kinds + " " + text);
        }
        return;
      }
      offences++;
      boolean safety = label.equals("safety");
      if (kinds.stream().noneMatch(kind -> kind.equals("safety") == safety)) {
        missed.add(label + " " + text);
      }
    }

    double recall() {
      return 1 - missed.size() / (double) offences;
    }

    double falseAlarms() {
      return wrong.size() / (double) lawful;
    }

    String report() {
      return "caught "
          + (offences - missed.size())
          + " of "
          + offences
          + ", false alarms "
          + wrong.size()
          + " of "
          + lawful
          + "\nmissed "
          + String.join("\n  ", missed)
          + "\nwrong "
          + String.join("\n  ", wrong);
    }
  }
}
