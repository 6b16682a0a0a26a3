package dev.zhaoshang.content;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads dialogs/ and says all that is off in it. */
public final class Dialogs {

  private final List<Check> checks;

  /**
   * A reader.
   *
   * @param requiredReplies ids of the replies that the program says
   */
  public Dialogs(Set<String> requiredReplies) {
    this.checks =
        List.of(
            new FileCheck(),
            new IdCheck(),
            new FormCheck(),
            new ChoiceCheck(),
            new FieldExampleCheck(),
            new CardCheck(),
            new TextCheck(),
            new SharedExampleCheck(),
            new WordCheck(),
            new ComplianceCheck(),
            new PracticeCheck(),
            new RemindersCheck(),
            new ReplyCheck(requiredReplies));
  }

  /** A reader for the program: a folder must have every reply that the packaged copy has. */
  public static Dialogs ofProgram() {
    String replies = Kind.REPLIES.path();
    return new Dialogs(
        new YamlReader(replies, new ArrayList<>())
            .read(DialogFiles.packaged(replies))
            .map(tree -> tree.entries().keySet())
            .orElseThrow());
  }

  /**
   * The content of a folder.
   *
   * @throws InvalidDialogsException when it breaks a rule
   */
  public static Content load(Path folder) {
    return new Dialogs(Set.of()).load(DialogFiles.in(folder));
  }

  /**
   * The content of some files.
   *
   * @throws InvalidDialogsException when they break a rule
   */
  public Content load(DialogFiles files) {
    Inspection inspection = inspect(files);
    return inspection
        .content()
        .orElseThrow(() -> new InvalidDialogsException(inspection.problems()));
  }

  /** Reads and checks some files. */
  public Inspection inspect(DialogFiles files) {
    List<Read> reads =
        files.texts().entrySet().parallelStream()
            .map(file -> read(file.getKey(), file.getValue()))
            .toList();
    Map<String, Tree> trees = new LinkedHashMap<>();
    reads.forEach(read -> read.tree().ifPresent(tree -> trees.put(read.name(), tree)));
    Folder folder = new Folder(files.texts().keySet(), trees);
    Stream<Problem> checked = checks.parallelStream().flatMap(check -> problems(check, folder));
    List<Problem> problems =
        Stream.concat(reads.stream().flatMap(read -> read.problems().stream()), checked)
            .sorted(Inspection.BY_PLACE)
            .toList();
    boolean refused = problems.stream().anyMatch(Problem::blocks);
    Optional<Content> content =
        refused ? Optional.empty() : Optional.of(new ContentBuilder(folder).build(files.version()));
    return new Inspection(problems, content);
  }

  private static Stream<Problem> problems(Check check, Folder folder) {
    List<Problem> problems = new ArrayList<>();
    check.check(folder, problems);
    return problems.stream();
  }

  /**
   * A file.
   *
   * @param tree what stands in it; empty when something is off
   */
  private record Read(String name, Optional<Tree> tree, List<Problem> problems) {}

  private static Read read(String name, String text) {
    List<Problem> problems = new ArrayList<>();
    Optional<Kind> kind = Kind.of(name);
    if (kind.isEmpty()) {
      problems.add(Problem.of(Rule.UNKNOWN_FILE, Place.ofFile(name)));
      return new Read(name, Optional.empty(), problems);
    }
    Optional<Tree> tree = new YamlReader(name, problems).read(text);
    tree.ifPresent(t -> new ShapeCheck(problems).check(t, kind.get().shape(), name));
    return new Read(name, problems.isEmpty() ? tree : Optional.empty(), problems);
  }
}
