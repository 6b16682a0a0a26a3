package dev.zhaoshang.conversation.machine;

import dev.zhaoshang.content.Form;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Draws the machine that the forms make as a Mermaid state diagram: a box a form, with its aspects;
 * states that the same arrows enter and leave share a box; arrows between the same boxes are one.
 */
public final class StateDiagram {

  private static final String LINE_BREAK = "<br/>";

  private final Collection<Form> forms;
  private final Set<MachineModel.Arrow> arrows;

  private StateDiagram(Collection<Form> forms) {
    this.forms = forms;
    this.arrows =
        new MachineModel(List.copyOf(forms))
            .arrows().stream()
                .map(a -> new MachineModel.Arrow(a.source(), outer(a.target()), outer(a.event())))
                .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The diagram, each line with a line end. */
  public static String of(Collection<Form> forms) {
    return new StateDiagram(forms).text();
  }

  private String text() {
    Map<String, String> boxes = boxes();
    StringBuilder text = new StringBuilder("stateDiagram-v2\n");
    text.append("    [*] --> ").append(box(boxes, States.IDLE)).append('\n');
    Set.copyOf(boxes.values()).stream()
        .sorted()
        .forEach(box -> text.append("    state \"%s\" as %s\n".formatted(label(box, boxes), box)));
    Map<List<String>, Set<String>> drawn = new LinkedHashMap<>();
    for (MachineModel.Arrow arrow : arrows) {
      List<String> ends = List.of(box(boxes, arrow.source()), box(boxes, arrow.target()));
      drawn.computeIfAbsent(ends, e -> new TreeSet<>()).add(arrow.event());
    }
    drawn.forEach(
        (ends, events) ->
            text.append(
                "    %s --> %s: %s\n"
                    .formatted(ends.get(0), ends.get(1), String.join(", ", events))));
    return text.toString();
  }

  /** The box of each state, named after the first state in it. */
  private Map<String, String> boxes() {
    Map<String, String> boxes = new LinkedHashMap<>();
    Map<List<Set<String>>, String> firstWith = new LinkedHashMap<>();
    for (MachineModel.Arrow arrow : arrows) {
      String state = arrow.source();
      boxes.put(state, firstWith.computeIfAbsent(List.of(into(state), outOf(state)), k -> state));
    }
    return boxes;
  }

  private Set<String> into(String state) {
    return arrows.stream()
        .filter(arrow -> arrow.target().equals(state))
        .map(arrow -> arrow.source() + " " + arrow.event())
        .collect(Collectors.toSet());
  }

  private Set<String> outOf(String state) {
    return arrows.stream()
        .filter(arrow -> arrow.source().equals(state))
        .map(arrow -> arrow.event() + " " + arrow.target())
        .collect(Collectors.toSet());
  }

  private String label(String box, Map<String, String> boxes) {
    return boxes.entrySet().stream()
        .filter(entry -> entry.getValue().equals(box))
        .map(entry -> entry.getKey() + aspects(entry.getKey()))
        .collect(Collectors.joining(LINE_BREAK));
  }

  private String aspects(String state) {
    return forms.stream()
        .filter(form -> form.id().equals(state))
        .flatMap(form -> form.aspects().stream())
        .map(aspect -> LINE_BREAK + "· " + aspect.id())
        .collect(Collectors.joining());
  }

  /** A state that no arrow leaves has a box of its own. */
  private static String box(Map<String, String> boxes, String state) {
    return boxes.getOrDefault(state, state);
  }

  private static String outer(String id) {
    return id.split("\\.", 2)[0];
  }
}
