package dev.zhaoshang.conversation.machine;

import dev.zhaoshang.content.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.config.StateMachineBuilder;
import org.springframework.statemachine.config.builders.StateMachineTransitionConfigurer;

/**
 * States and transitions: one parent state a form, one substate an aspect, and states that return.
 */
final class MachineModel {

  private static final List<String> INTERRUPTIONS =
      List.of(
          States.COACHING,
          States.CHOOSING,
          States.MERGING,
          States.MOVING,
          States.CHECKLIST,
          States.REASON,
          States.COMMENTING,
          States.PRACTICE);

  /** Interruptions that others may interrupt in turn, and return to. */
  private static final List<String> HOLDING = List.of(States.CHECKLIST, States.PRACTICE);

  private final List<Form> forms;

  MachineModel(List<Form> forms) {
    this.forms = forms;
  }

  /** Every state that a session can be in. */
  List<String> leaves() {
    return Stream.of(
            Stream.of(States.IDLE, States.REVIEW), INTERRUPTIONS.stream(), aspects().stream())
        .flatMap(s -> s)
        .toList();
  }

  /** What may follow what; a source that is a form stands for all its aspects. */
  List<Arrow> arrows() {
    List<String> settled =
        Stream.concat(forms.stream().map(Form::id), Stream.of(States.IDLE, States.REVIEW)).toList();
    List<Arrow> arrows = new ArrayList<>();
    for (String source : settled) {
      aspects().forEach(aspect -> arrows.add(new Arrow(source, aspect, "ask." + aspect)));
      arrows.add(new Arrow(source, States.REVIEW, Signal.review().event()));
      arrows.add(new Arrow(source, States.IDLE, Signal.leave().event()));
      INTERRUPTIONS.forEach(i -> arrows.add(new Arrow(source, i, Signal.interrupt(i).event())));
    }
    for (String source : INTERRUPTIONS) {
      Stream.concat(aspects().stream(), Stream.of(States.IDLE, States.REVIEW))
          .forEach(leaf -> arrows.add(new Arrow(source, leaf, Signal.back(leaf).event())));
      arrows.add(new Arrow(source, States.IDLE, Signal.leave().event()));
    }
    for (String holding : HOLDING) {
      INTERRUPTIONS.stream()
          .filter(interruption -> !interruption.equals(holding))
          .forEach(
              interruption -> {
                arrows.add(
                    new Arrow(holding, interruption, Signal.interrupt(interruption).event()));
                arrows.add(new Arrow(interruption, holding, Signal.back(holding).event()));
              });
    }
    return arrows;
  }

  /** A machine of its own, not started. */
  StateMachine<String, String> build() {
    try {
      StateMachineBuilder.Builder<String, String> builder = StateMachineBuilder.builder();
      builder.configureConfiguration().withConfiguration().machineId("rep").autoStartup(false);
      var states = builder.configureStates();
      var top = states.withStates().initial(States.IDLE).state(States.REVIEW);
      for (String interruption : INTERRUPTIONS) {
        top = top.state(interruption);
      }
      for (Form form : forms) {
        top = top.state(form.id());
        var sub = states.withStates().parent(form.id());
        List<String> ids = form.aspects().stream().map(a -> leaf(form, a)).toList();
        sub.initial(ids.get(0)).states(java.util.Set.copyOf(ids));
      }
      connect(builder.configureTransitions());
      return builder.build();
    } catch (Exception e) {
      throw new IllegalStateException("The state machine cannot be built from the forms", e);
    }
  }

  private void connect(StateMachineTransitionConfigurer<String, String> transitions)
      throws Exception {
    for (Arrow arrow : arrows()) {
      transitions.withExternal().source(arrow.source()).target(arrow.target()).event(arrow.event());
    }
  }

  private List<String> aspects() {
    return forms.stream()
        .flatMap(form -> form.aspects().stream().map(aspect -> leaf(form, aspect)))
        .toList();
  }

  private static String leaf(Form form, Form.Aspect aspect) {
    return States.aspect(form.id(), aspect.id());
  }

  /** A transition. */
  record Arrow(String source, String target, String event) {}
}
