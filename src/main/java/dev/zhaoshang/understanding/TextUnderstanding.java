package dev.zhaoshang.understanding;

import dev.zhaoshang.content.Content;
import dev.zhaoshang.content.Form.FieldType;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.FactState;
import dev.zhaoshang.domain.Found;
import dev.zhaoshang.domain.Intent;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.understanding.act.ActReader;
import dev.zhaoshang.understanding.act.Heard;
import dev.zhaoshang.understanding.field.Asked;
import dev.zhaoshang.understanding.field.CuedFields;
import dev.zhaoshang.understanding.field.Fields;
import dev.zhaoshang.understanding.intent.CommandReader;
import dev.zhaoshang.understanding.intent.Corrections;
import dev.zhaoshang.understanding.intent.IntentSigns;
import dev.zhaoshang.understanding.intent.LanguageReader;
import dev.zhaoshang.understanding.intent.Order;
import dev.zhaoshang.understanding.text.ClauseSegmenter;
import dev.zhaoshang.understanding.text.HanlpScript;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Mending;
import dev.zhaoshang.understanding.text.Script;
import dev.zhaoshang.understanding.text.Typed;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a text by the words of the content and the lexicon, and weighs what the readers of fields,
 * intents and objections say against each other. Immutable.
 */
public final class TextUnderstanding implements Understanding {

  private static final int LONGEST = 2_000;

  /** Nobody passes on in so many characters. */
  private static final int LONGEST_HEARD = 200;

  /** For texts of which nobody knows when they were typed: midnight of a Monday. */
  private static final ZonedDateTime WHENEVER = ZonedDateTime.parse("2001-01-01T00:00Z");

  /** Nobody corrects one value and tells so many in one text. */
  private static final int MANY = 3;

  private final Content content;
  private final ObjectionsBesideFields objections;
  private final Script script = new HanlpScript();
  private final ActReader acts;
  private final IntentSigns signs;
  private final BeyondCards beyond;
  private final Fields fields;
  private final Reports reports;
  private final VolunteeredReport volunteered;
  private final CommandReader commands;
  private final Corrections corrections;
  private final Repairs repairs;
  private final Mending mending = new Mending(script);
  private final Judgement judgement;
  private final Besides besides;
  private final LanguageReader languages = new LanguageReader();

  /**
   * Makes the readers for one version of the content.
   *
   * @param content forms, choices and the words of commands
   * @param scorer of objections
   * @param acts what lines do after a question
   * @param sure probability from which on an objection is answered at once, 0 to 1
   */
  public TextUnderstanding(Content content, ObjectionScorer scorer, ActReader acts, double sure) {
    Lexicon lexicon = Lexicon.load();
    this.content = content;
    this.acts = acts;
    this.signs = new IntentSigns(lexicon);
    this.objections = new ObjectionsBesideFields(scorer);
    this.fields = new Fields(content, lexicon, script);
    this.commands = new CommandReader(content, lexicon, script);
    this.corrections = new Corrections(content, lexicon);
    CuedFields cued = new CuedFields(content, lexicon, script);
    this.reports = new Reports(cued, acts, signs, corrections, objections);
    this.volunteered = new VolunteeredReport(content, cued, lexicon);
    this.repairs = new Repairs(content, lexicon, fields, corrections);
    this.judgement =
        new Judgement(
            signs, new AnswerClauses(acts, new ClauseSegmenter(lexicon), script), script, sure);
    this.besides = new Besides(signs, lexicon, script);
    this.beyond = new BeyondCards(content, script, signs, objections);
  }

  @Override
  public Meaning read(String text, @Nullable String asked) {
    return read(text, asked, WHENEVER);
  }

  @Override
  public Meaning read(String text, @Nullable String asked, ZonedDateTime now) {
    Typed typed = mending.of(shortened(text));
    Optional<Order> order = commands.read(typed);
    Asked pending = Asked.of(content, asked);
    boolean report =
        reports.reads(pending)
            && !tellsOfContact(typed)
            && !(isOfDistributor(pending) && (tellsOfRegion(typed) || besides.entry(typed, now)));
    Asked question = reports.reads(pending) && !report ? Asked.NOTHING : pending;
    if (order.isPresent() && !answers(order.get(), typed, question)) {
      return command(text, order.get());
    }
    List<Found> day = report ? List.of() : volunteered.in(typed);
    if (!day.isEmpty() && !tellsOfContact(typed)) {
      return command(text, new Order(Command.CHECKIN, null), day);
    }
    if (report && besides.remindsOf(typed)) {
      return command(text, new Order(Command.FOLLOW_UP, null));
    }
    Optional<Command> leave =
        report && !question.takes(FieldType.NOTES) ? besides.leave(typed) : Optional.empty();
    if (leave.isPresent()) {
      return command(text, new Order(leave.get(), null));
    }
    if (signs.asksForReplyAlone(typed.plain())) {
      return command(text, new Order(Command.OBJECTION, null));
    }
    if (report) {
      return reports.read(text, typed, pending);
    }
    boolean changes = order.map(o -> o.command() == Command.CHANGE).orElse(false);
    Optional<List<Found>> repaired = changes ? Optional.empty() : repairs.in(typed, question);
    boolean tells =
        repaired.isPresent()
            || (corrections.tellsApart(typed.plain())
                && (tellsMuch(typed, question) || repairs.answeredBefore(typed, question)));
    boolean corrects = changes || (!tells && corrections.in(typed.plain()));
    List<Found> found =
        repaired.orElseGet(
            () -> corrects ? corrected(typed, question) : fields.in(typed, question));
    List<Meaning.Scored> ranked =
        judgement.hears(typed.plain(), question, found)
            ? objections.rank(shortened(text), found)
            : List.of();
    Judgement.Verdict judged =
        judgement.of(
            typed.plain(), question, found, ranked, corrects, heard(typed, question, found));
    if (ranked.isEmpty() && judged.intent() == Intent.OTHER) {
      // It says nothing else, so which objection it might be is worth a question.
      ranked = objections.rank(shortened(text), found);
    }
    Optional<Command> told = besides.of(typed, question, judged, now);
    if (told.isPresent()) {
      return command(text, new Order(told.get(), null));
    }
    Judgement.Verdict verdict =
        besides.withoutPromises(
            typed.original(), beyond.of(shortened(text), typed.plain(), question, judged));
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

  /**
   * What the text does. That plays no part where nothing is asked and something is told; and what
   * is so long tells something, whatever else it does.
   */
  private Heard heard(Typed typed, Asked question, List<Found> found) {
    boolean counts = question.aspect() != null || found.isEmpty();
    return counts && typed.plain().length() <= LONGEST_HEARD
        ? acts.read(typed.original())
        : Heard.ANYTHING;
  }

  /** Whether so many values are told that "a company, not a person" tells one of them. */
  private boolean tellsMuch(Typed typed, Asked question) {
    long values = fields.in(typed, question).stream().filter(f -> f.value() != null).count();
    return values >= MANY;
  }

  /** Whether the text tells who somebody is, and so is no answer to a question of a report. */
  private boolean tellsOfContact(Typed typed) {
    List<Found> found = fields.in(typed, Asked.NOTHING);
    return found.size() > 1 && found.stream().anyMatch(f -> f.field().equals("mobile"));
  }

  /** Whether the question is of a form about the distributor, and not of a report of the rep's. */
  private static boolean isOfDistributor(Asked question) {
    return question.form() != null && !question.form().words().isEmpty();
  }

  /** Whether the text tells which region is wanted, and nothing else. */
  private boolean tellsOfRegion(Typed typed) {
    return signs.tellsRegion(typed.plain())
        && fields.in(typed, Asked.NOTHING).stream()
            .anyMatch(found -> found.field().equals("wantedRegions") && found.value() != null);
  }

  /** What is pasted beyond this is kept by the conversation, but not searched for values. */
  private static String shortened(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end);
  }

  /**
   * The new value only: of the field that is named, else of one that its words tell, else asked.
   */
  private List<Found> corrected(Typed typed, Asked question) {
    Typed rest = corrections.withoutOld(typed);
    Optional<String> named = corrections.named(typed.plain());
    Asked target = named.map(id -> Asked.of(content, id)).orElse(Asked.NOTHING);
    Typed value = target.freeText() ? corrections.withoutLabel(rest, named.get()) : rest;
    List<Found> found = fields.in(value, target);
    boolean told = found.stream().anyMatch(f -> f.value() != null);
    return told || named.isPresent()
        ? found
        : fields.in(question.freeText() ? corrections.withoutLead(rest) : rest, question);
  }

  /** A yes or no to a question for one, and a change that tells the new value, are no commands. */
  private boolean answers(Order order, Typed typed, Asked question) {
    return switch (order.command()) {
      case YES ->
          question.takes(FieldType.BOOLEAN)
              || (reports.reads(question) && !question.takes(FieldType.COUNT));
      case NO ->
          question.takes(FieldType.BOOLEAN)
              || question.takes(FieldType.INTEGER)
              || reports.reads(question);
      case OBJECTION -> order.argument() != null && reports.reads(question);
      case DROP -> question.about("similar");
      case SOLD -> order.argument() == null && question.about("similar");
      case CHANGE ->
          order.argument() != null
              && corrected(typed, question).stream().anyMatch(f -> f.value() != null);
      default -> false;
    };
  }

  private Meaning command(String text, Order order) {
    return command(text, order, first(order));
  }

  private Meaning command(String text, Order order, List<Found> told) {
    boolean skip = order.command() == Command.SKIP;
    return new Meaning(
        skip ? Intent.SKIP : Intent.OTHER,
        0.98,
        told,
        skip ? FactState.SKIPPED : null,
        List.of(),
        List.of(),
        order.command(),
        order.argument(),
        languages.read(text));
  }

  /** What is told of a new distributor in the words that begin it. */
  private List<Found> first(Order order) {
    String told = order.argument();
    return order.command() == Command.NEW && told != null
        ? fields.in(Typed.of(told, script), Asked.of(content, null))
        : List.of();
  }
}
