package dev.zhaoshang.understanding;

import dev.zhaoshang.content.Content;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.FactState;
import dev.zhaoshang.domain.Found;
import dev.zhaoshang.domain.Intent;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.understanding.field.Asked;
import dev.zhaoshang.understanding.field.Fields;
import dev.zhaoshang.understanding.intent.CommandReader;
import dev.zhaoshang.understanding.intent.IntentSigns;
import dev.zhaoshang.understanding.intent.LanguageReader;
import dev.zhaoshang.understanding.intent.Order;
import dev.zhaoshang.understanding.text.HanlpScript;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Script;
import dev.zhaoshang.understanding.text.Typed;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a text by the words of the content and the lexicon, and weighs what the readers of fields,
 * intents and objections say against each other. Immutable.
 */
public final class TextUnderstanding implements Understanding {

  private final Content content;
  private final ObjectionScorer scorer;
  private final Script script = new HanlpScript();
  private final Fields fields;
  private final CommandReader commands;
  private final Judgement judgement;
  private final LanguageReader languages = new LanguageReader();

  /**
   * Makes the readers for one version of the content.
   *
   * @param content forms, choices and the words of commands
   * @param scorer of objections
   * @param sure probability from which on an objection is answered at once, 0 to 1
   */
  public TextUnderstanding(Content content, ObjectionScorer scorer, double sure) {
    Lexicon lexicon = Lexicon.load();
    this.content = content;
    this.scorer = scorer;
    this.fields = new Fields(content, lexicon, script);
    this.commands = new CommandReader(content, lexicon, script);
    this.judgement = new Judgement(new IntentSigns(lexicon), sure);
  }

  @Override
  public Meaning read(String text, @Nullable String asked) {
    Typed typed = Typed.of(text, script);
    Optional<Order> order = commands.read(typed);
    if (order.isPresent() && !answersYesNo(order.get(), asked)) {
      return command(text, order.get());
    }
    Asked question = Asked.of(content, asked);
    List<Found> found = fields.in(typed, question);
    List<Meaning.Scored> ranked = scorer.rank(text);
    Judgement.Verdict verdict = judgement.of(typed.plain(), question, found, ranked);
    return new Meaning(
        verdict.intent(),
        verdict.confidence(),
        verdict.fields(),
        verdict.skip(),
        verdict.fired(),
        ranked,
        null,
        null,
        languages.read(text));
  }

  /** A yes or no that a yes-or-no question asks for is its answer, not a command. */
  private boolean answersYesNo(Order order, @Nullable String asked) {
    boolean yesNo = order.command() == Command.YES || order.command() == Command.NO;
    return yesNo && asked != null;
  }

  private Meaning command(String text, Order order) {
    boolean skip = order.command() == Command.SKIP;
    return new Meaning(
        skip ? Intent.SKIP : Intent.OTHER,
        0.98,
        List.of(),
        skip ? FactState.SKIPPED : null,
        List.of(),
        List.of(),
        order.command(),
        order.argument(),
        languages.read(text));
  }
}
