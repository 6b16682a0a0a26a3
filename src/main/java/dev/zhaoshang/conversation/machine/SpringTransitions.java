package dev.zhaoshang.conversation.machine;

import dev.zhaoshang.content.Form;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.StateMachineEventResult;
import org.springframework.statemachine.support.DefaultStateMachineContext;
import reactor.core.publisher.Mono;

/**
 * Transitions decided by a Spring Statemachine that is generated from the forms. Machines hold no
 * state of a rep: they are pooled, and reset to the stored state before each signal.
 */
public final class SpringTransitions implements Transitions {

  private final MachineModel model;
  private final Set<String> leaves;
  private final Map<Asked, Optional<String>> answers = new ConcurrentHashMap<>();
  private final Queue<StateMachine<String, String>> idle = new ConcurrentLinkedQueue<>();

  /** Generates the machine for these forms. */
  public SpringTransitions(Collection<Form> forms) {
    this.model = new MachineModel(List.copyOf(forms));
    this.leaves = Set.copyOf(model.leaves());
    idle.add(model.build());
  }

  @Override
  public Optional<String> after(String state, Signal signal) {
    // The machine's answer depends on nothing else, so each is asked of it once.
    return answers.computeIfAbsent(new Asked(state, signal), this::ask);
  }

  private record Asked(String state, Signal signal) {}

  private Optional<String> ask(Asked asked) {
    StateMachine<String, String> pooled = idle.poll();
    StateMachine<String, String> machine = pooled == null ? model.build() : pooled;
    try {
      reset(machine, leaves.contains(asked.state()) ? asked.state() : States.IDLE);
      return send(machine, asked.signal().event());
    } finally {
      idle.add(machine);
    }
  }

  private static void reset(StateMachine<String, String> machine, String leaf) {
    machine.stopReactively().block();
    machine
        .getStateMachineAccessor()
        .doWithAllRegions(
            access ->
                access
                    .resetStateMachineReactively(
                        // The history must be mutable: the machine writes to it.
                        new DefaultStateMachineContext<>(
                            leaf, null, null, null, new HashMap<>(), machine.getId()))
                    .block());
    machine.startReactively().block();
  }

  private static Optional<String> send(StateMachine<String, String> machine, String event) {
    StateMachineEventResult<String, String> result =
        machine.sendEvent(Mono.just(MessageBuilder.withPayload(event).build())).blockLast();
    if (result == null || result.getResultType() != StateMachineEventResult.ResultType.ACCEPTED) {
      return Optional.empty();
    }
    return machine.getState().getIds().stream().reduce((outer, inner) -> inner);
  }
}
