package dev.zhaoshang.conversation.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.content.Form;
import dev.zhaoshang.content.Text;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpringTransitionsTest {

  private final Transitions transitions =
      new SpringTransitions(List.of(form("intake", "contact", "nature", "channel")));

  @Test
  void any_aspect_may_be_asked_from_any_settled_state() {
    for (String from : List.of("idle", "review", "intake.contact", "intake.channel")) {
      assertThat(transitions.after(from, Signal.ask("intake", "nature")))
          .as(from)
          .contains("intake.nature");
    }
  }

  @Test
  void an_interruption_returns_to_where_the_rep_was_and_nowhere_else() {
    assertThat(transitions.after("intake.channel", Signal.interrupt(States.COACHING)))
        .contains("coaching");
    for (String was : List.of("intake.channel", "intake.contact", "idle", "review")) {
      assertThat(transitions.after("coaching", Signal.back(was))).contains(was);
    }
    assertThat(transitions.after("coaching", Signal.back("intake.gone"))).isEmpty();
  }

  @Test
  void a_question_is_not_asked_from_within_an_interruption() {
    assertThat(transitions.after("coaching", Signal.ask("intake", "nature"))).isEmpty();
  }

  @Test
  void leaving_works_in_every_state() {
    for (String from : List.of("idle", "review", "coaching", "merging", "intake.nature")) {
      assertThat(transitions.after(from, Signal.leave())).as(from).contains("idle");
    }
  }

  @Test
  void a_state_that_the_content_no_longer_has_counts_as_idle() {
    assertThat(transitions.after("intake.removed", Signal.ask("intake", "nature")))
        .contains("intake.nature");
  }

  private static Form form(String id, String... aspects) {
    Text text = new Text("", "");
    return new Form(
        id,
        text,
        List.of(),
        Stream.of(aspects).map(a -> new Form.Aspect(a, text, text, text, 1, List.of())).toList());
  }
}
