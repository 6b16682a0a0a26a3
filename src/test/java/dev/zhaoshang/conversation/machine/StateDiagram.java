package dev.zhaoshang.conversation.machine;

import dev.zhaoshang.content.Form;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Draws the machine that the forms make as a Mermaid state diagram. Arrows to the aspects of a form
 * are drawn as one arrow to the form, and arrows that differ in their event only as one.
 */
public final class StateDiagram {

  private final Collection<Form> forms;

  private StateDiagram(Collection<Form> forms) {
    this.forms = forms;
  }

  /** The diagram, each line with a line end. */
  public static String of(Collection<Form> forms) {
    return new StateDiagram(forms).text();
  }

  private String text() {
    StringBuilder text = new StringBuilder("stateDiagram-v2\n");
    text.append("    [*] --> ").append(States.IDLE).append('\n');
    for (Form form : forms) {
      text.append("    state ").append(form.id()).append(" {\n");
      text.append("        direction LR\n");
      for (Form.Aspect aspect : form.aspects()) {
        String leaf = States.aspect(form.id(), aspect.id()).replace('.', '_');
        text.append("        state \"%s\" as %s\n".formatted(aspect.id(), leaf));
      }
      text.append("    }\n");
    }
    arrows()
        .forEach(
            (ends, events) ->
                text.append(
                    "    %s --> %s: %s\n"
                        .formatted(ends.get(0), ends.get(1), String.join(", ", events))));
    return text.toString();
  }

  private Map<List<String>, Set<String>> arrows() {
    Map<List<String>, Set<String>> arrows = new LinkedHashMap<>();
    for (MachineModel.Arrow arrow : new MachineModel(List.copyOf(forms)).arrows()) {
      arrows
          .computeIfAbsent(List.of(arrow.source(), outer(arrow.target())), ends -> new TreeSet<>())
          .add(outer(arrow.event()));
    }
    return arrows;
  }

  private static String outer(String id) {
    return id.split("\\.", 2)[0];
  }
}
