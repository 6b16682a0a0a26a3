package dev.zhaoshang.command;

import dev.zhaoshang.understanding.act.ActFolds;
import dev.zhaoshang.understanding.objection.Folds;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * {@code evaluate objections|intake|practice FILE [--predictions OUT.jsonl]}: measures how well
 * reps are understood, and how their answers in practice are judged. {@code evaluate examples}:
 * which examples of objections the others do not bear out; {@code evaluate acts}: which of acts.
 */
public final class EvaluateCommand implements Command {

  private static final String USAGE =
      "Usage: evaluate objections|intake|practice FILE [--predictions OUT.jsonl]"
          + " | evaluate examples|acts";
  private static final Set<String> KINDS = Set.of("objections", "intake", "practice");
  private static final String PREDICTIONS = "--predictions";

  private final PrintStream out;
  private final PrintStream errors;
  private final Path workingDirectory;
  private final Supplier<Assistant> assistant;

  /**
   * An evaluation.
   *
   * @param out where the report goes
   * @param errors where it says what cannot be used
   * @param workingDirectory against which files are resolved
   * @param assistant what is measured; made only when the file can be read
   */
  public EvaluateCommand(
      PrintStream out, PrintStream errors, Path workingDirectory, Supplier<Assistant> assistant) {
    this.out = out;
    this.errors = errors;
    this.workingDirectory = workingDirectory;
    this.assistant = assistant;
  }

  @Override
  public String name() {
    return "evaluate";
  }

  @Override
  public int run(List<String> arguments) {
    if (arguments.equals(List.of("examples"))) {
      examples();
      return OK;
    }
    if (arguments.equals(List.of("acts"))) {
      acts();
      return OK;
    }
    boolean plain = arguments.size() == 2;
    boolean full = arguments.size() == 4 && arguments.get(2).equals(PREDICTIONS);
    if (!(plain || full) || !KINDS.contains(arguments.get(0))) {
      errors.println(USAGE);
      return BAD_INPUT;
    }
    try {
      Path file = workingDirectory.resolve(arguments.get(1));
      Result result =
          switch (arguments.get(0)) {
            case "intake" -> intake(file);
            case "practice" -> practice(file);
            default -> objections(file);
          };
      if (full) {
        Files.write(workingDirectory.resolve(arguments.get(3)), result.predictions());
      }
      result.report().forEach(out::println);
      return OK;
    } catch (EvaluationFile.BadInputException e) {
      errors.println(e.getMessage());
      return BAD_INPUT;
    } catch (IOException e) {
      errors.println("Cannot write the predictions: " + e.getMessage());
      return BAD_INPUT;
    }
  }

  private void examples() {
    Assistant reader = assistant.get();
    out.println(reader.sureness());
    Folds folds = Folds.of(reader.content(), reader.thresholds());
    folds
        .odd()
        .forEach(
            told ->
                out.printf(
                    "%s: %s%n    %s%n",
                    told.example().objections(),
                    told.example().text(),
                    ObjectionReport.ranked(told.ranked(), 3)));
    out.println(folds.line());
  }

  private void acts() {
    ActFolds folds = ActFolds.of(assistant.get().content());
    folds
        .odd()
        .forEach(
            told ->
                out.printf(
                    "%s, heard as %s: %s%n",
                    told.act().id(), told.heard().act().id(), told.text()));
    out.println(folds.line());
  }

  private Result objections(Path file) throws EvaluationFile.BadInputException {
    List<LabelledText> lines = EvaluationFile.read(file, LabelledText::of);
    Assistant reader = assistant.get();
    out.println(reader.sureness());
    ObjectionEvaluation evaluation = ObjectionEvaluation.of(reader, lines);
    return new Result(evaluation.report(), evaluation.predictions());
  }

  private Result intake(Path file) throws EvaluationFile.BadInputException {
    List<IntakeLine> lines = EvaluationFile.read(file, IntakeLine::of);
    Assistant reader = assistant.get();
    out.println(reader.sureness());
    IntakeEvaluation evaluation =
        new IntakeEvaluation(reader.content(), reader.understanding(), lines);
    return new Result(evaluation.report(), evaluation.predictions());
  }

  private Result practice(Path file) throws EvaluationFile.BadInputException {
    List<PracticeLine> lines = EvaluationFile.read(file, PracticeLine::of);
    Assistant reader = assistant.get();
    PracticeEvaluation evaluation =
        PracticeEvaluation.of(reader.content().practice(), reader.judge(), lines);
    return new Result(evaluation.report(), evaluation.predictions());
  }

  private record Result(List<String> report, List<String> predictions) {}
}
