package dev.zhaoshang.command;

import dev.zhaoshang.domain.Found;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.understanding.act.Heard;
import dev.zhaoshang.understanding.objection.Explainer;
import java.io.BufferedReader;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code talk}: a line in, what the assistant makes of it out, and why. A line such as {@code
 * ?requirements} has the lines after it answer that question, and {@code ?} none.
 */
public final class TalkCommand implements Command {

  private static final int NEIGHBOURS = 3;
  private static final int REASONS = 6;
  private static final String QUESTION = "?";

  private final BufferedReader in;
  private final PrintStream out;
  private final Supplier<Assistant> assistant;
  private @Nullable String asked;

  /**
   * A talk.
   *
   * @param in what is typed, a text a line, until it ends
   * @param out where the meanings go
   * @param assistant what reads the texts
   */
  public TalkCommand(BufferedReader in, PrintStream out, Supplier<Assistant> assistant) {
    this.in = in;
    this.out = out;
    this.assistant = assistant;
  }

  @Override
  public String name() {
    return "talk";
  }

  @Override
  public int run(List<String> arguments) {
    Assistant reader = assistant.get();
    Explainer explainer = reader.scorer().explainer();
    out.println(reader.sureness());
    in.lines().filter(text -> !text.isBlank()).forEach(text -> answer(reader, explainer, text));
    return OK;
  }

  private void answer(Assistant reader, Explainer explainer, String text) {
    if (text.startsWith(QUESTION)) {
      String field = text.substring(QUESTION.length()).strip();
      asked = field.isEmpty() ? null : field;
      return;
    }
    Meaning meaning = reader.understanding().read(text, asked);
    List<Meaning.Scored> ranked = reader.scorer().rank(text);
    print("%s %.2f%s", meaning.intent(), meaning.confidence(), command(meaning));
    meaning.fields().forEach(field -> print("  %s", field(field)));
    Heard heard = reader.acts().read(text);
    print("  after a question: %s by %.1f", heard.act().id(), heard.lead());
    print("  fired %s; offered %s", meaning.fired(), reader.thresholds().offered(ranked));
    print("  %s", ObjectionReport.ranked(ranked, ranked.size()));
    explainer
        .nearest(text, NEIGHBOURS)
        .forEach(neighbour -> print("  near %s", ObjectionReport.neighbour(neighbour)));
    print("  objection or not: %s", reasons(explainer.whyAny(text, REASONS)));
    if (!ranked.isEmpty()) {
      String likeliest = ranked.get(0).objection();
      print("  %s or another: %s", likeliest, reasons(explainer.why(likeliest, text, REASONS)));
    }
  }

  private static String command(Meaning meaning) {
    return meaning.command() == null ? "" : " " + meaning.command() + " " + meaning.argument();
  }

  private static String field(Found found) {
    return found.field() + " = " + found.value() + " (\"" + found.words() + "\")";
  }

  private static String reasons(List<Explainer.Reason> reasons) {
    return reasons.stream()
        .map(r -> String.format(Locale.ROOT, "%+.2f \"%s\"", r.weight(), r.words()))
        .collect(Collectors.joining(", "));
  }

  private void print(String pattern, Object... values) {
    out.println(String.format(Locale.ROOT, pattern, values));
  }
}
