package dev.zhaoshang.content;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads one YAML file into a {@link Tree}. It composes nodes and never constructs objects, so no
 * scalar is turned into a number or a boolean; what compose() lets through (duplicate keys,
 * aliases, merge keys) is reported.
 */
final class YamlReader {

  private final String file;
  private final List<Problem> problems;

  YamlReader(String file, List<Problem> problems) {
    this.file = file;
    this.problems = problems;
  }

  /** The file's root; empty when it cannot be read, which is then among the problems. */
  Optional<Tree> read(String text) {
    int before = problems.size();
    refuseCharacters(text);
    if (problems.size() > before) {
      return Optional.empty();
    }
    try {
      Node root = compose(text);
      if (problems.size() > before) {
        return Optional.empty();
      }
      if (root == null) {
        problems.add(Problem.of(Rule.EMPTY_FILE, Place.ofFile(file)));
        return Optional.empty();
      }
      return Optional.of(tree(root));
    } catch (MarkedYAMLException e) {
      problems.add(Problem.of(Rule.SYNTAX, place(e.getProblemMark()), reason(e)));
    } catch (YAMLException e) {
      problems.add(Problem.of(Rule.SYNTAX, Place.ofFile(file), String.valueOf(e.getMessage())));
    }
    return Optional.empty();
  }

  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(10_000_000);
    options.setNestingDepthLimit(20);
    return options;
  }

  private void refuseCharacters(String text) {
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      String line =
          lines[i].endsWith("\r") ? lines[i].substring(0, lines[i].length() - 1) : lines[i];
      refuseCharacters(line, i + 1);
    }
  }

  private void refuseCharacters(String line, int number) {
    boolean indent = true;
    for (int column = 0; column < line.length(); column++) {
      char c = line.charAt(column);
      boolean control = c != '\t' && (Character.isISOControl(c) || c == '\uFFFD');
      if (control || (c == '\t' && indent)) {
        Place place = new Place(file, number, line.codePointCount(0, column) + 1);
        problems.add(
            control
                ? Problem.of(Rule.CONTROL_CHARACTER, place, String.format("U+%04X", (int) c))
                : Problem.of(Rule.TAB, place));
        return;
      }
      indent &= c == ' ';
    }
  }

  /** The document's root; null when there is none. Every alias is among the problems. */
  private @Nullable Node compose(String text) {
    LoaderOptions options = options();
    Parser parser =
        new ParserImpl(new StreamReader(text), options) {
          @Override
          public Event getEvent() {
            Event event = super.getEvent();
            if (event instanceof AliasEvent alias) {
              refuse(alias);
            }
            return event;
          }
        };
    return new Composer(parser, new Resolver(), options).getSingleNode();
  }

  private void refuse(AliasEvent alias) {
    problems.add(Problem.of(Rule.ALIAS, place(alias.getStartMark()), "*" + alias.getAnchor()));
  }

  private Tree tree(Node node) {
    Place place = place(node.getStartMark());
    if (node instanceof MappingNode mapping) {
      return new Tree.Entries(place, entries(mapping));
    }
    if (node instanceof SequenceNode sequence) {
      return new Tree.Items(place, sequence.getValue().stream().map(this::tree).toList());
    }
    return new Tree.Scalar(place, ((ScalarNode) node).getValue());
  }

  private Map<String, Tree.Entry> entries(MappingNode mapping) {
    Map<String, Tree.Entry> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      Place place = place(tuple.getKeyNode().getStartMark());
      if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
        problems.add(Problem.of(Rule.SYNTAX, place, "a key must be a single word or text"));
        continue;
      }
      String key = keyNode.getValue();
      boolean plain = keyNode.getScalarStyle() == DumperOptions.ScalarStyle.PLAIN;
      if (plain && key.equals("<<")) {
        problems.add(Problem.of(Rule.ALIAS, place, "<<"));
      } else if (entries.containsKey(key)) {
        problems.add(
            Problem.of(Rule.DUPLICATE_KEY, place, key, entries.get(key).place().toString()));
      } else {
        entries.put(key, new Tree.Entry(place, key, tree(tuple.getValueNode())));
      }
    }
    return entries;
  }

  private Place place(@Nullable Mark mark) {
    return mark == null
        ? Place.ofFile(file)
        : new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
  }

  private static String reason(MarkedYAMLException e) {
    String problem = e.getProblem();
    return problem == null ? "" : problem;
  }
}
