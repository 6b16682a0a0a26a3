package dev.zhaoshang.understanding;

import dev.zhaoshang.content.Act;
import dev.zhaoshang.domain.FactState;
import dev.zhaoshang.domain.Found;
import dev.zhaoshang.domain.Intent;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.understanding.act.Heard;
import dev.zhaoshang.understanding.field.Asked;
import dev.zhaoshang.understanding.intent.IntentSigns;
import dev.zhaoshang.understanding.text.Script;
import dev.zhaoshang.understanding.text.Typed;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Weighs the fields found, the objections scored and the wording, and says what the rep wants. */
final class Judgement {

  /** What was decided. */
  record Verdict(
      Intent intent,
      double confidence,
      List<Found> fields,
      @Nullable FactState skip,
      List<String> fired) {}

  /**
   * By how much a skip, an aside has to be likelier than an answer, in log-odds, and an answer than
   * all else: a lost value costs the rep more than a question that is asked again. No question
   * pending, a skip has to be plain.
   */
  private static final double PASSES = 0.5;

  private static final double PASSES_UNASKED = 2;
  private static final double ASIDE = 1;
  private static final double ANSWERS = 2;

  /** So plain is a skip that what it is put off with is no objection. */
  private static final double OUTWEIGHS = 9;

  /** Typed values this sure say that a text answers; free words are weaker evidence. */
  static final double FIRM = 0.85;

  private static final double FOR_REPORT = 0.15;
  private static final double FOR_COMPLAINT = 0.3;
  private static final double AGAINST_WISH = 0.1;
  private static final double AGAINST_FREE_TEXT = 0.4;
  private static final double AGAINST_ANSWER = 0.5;
  private static final double AGAINST_QUESTION = 0.15;
  private static final double AGAINST_ASKING_BACK = 0.35;
  private static final double HIGHEST_BAR = 0.97;
  private static final Set<String> COMPLAINTS =
      Set.of("marketFeedback", "similarProblems", "similarStopReason");

  /**
   * Share of the best score from which another objection counts too: whether any is raised is then
   * out of question, and of two in one line the second scores much less.
   */
  static final double ALSO = 0.3;

  /** So many sure facts in one text are what it is about. */
  private static final int SEVERAL = 2;

  private final IntentSigns signs;
  private final AnswerClauses clauses;
  private final Script script;
  private final double sure;

  Judgement(IntentSigns signs, AnswerClauses clauses, Script script, double sure) {
    this.signs = signs;
    this.clauses = clauses;
    this.script = script;
    this.sure = sure;
  }

  Verdict of(
      String plain,
      Asked asked,
      List<Found> read,
      List<Meaning.Scored> ranked,
      boolean corrects,
      Heard heard) {
    boolean stated = read.stream().anyMatch(f -> f.value() != null);
    if (corrects && stated && !signs.asks(plain)) {
      return new Verdict(Intent.CORRECT, 0.9, read, null, List.of());
    }
    List<Found> found = clauses.of(plain, read);
    Optional<FactState> skip = skip(plain, asked, heard, found);
    boolean firm = found.stream().anyMatch(f -> f.value() != null && f.confidence() >= FIRM);
    List<String> fired = fired(plain, asked, found, ranked);
    boolean outweighs = heard.lead() > OUTWEIGHS && !signs.asksForReply(plain);
    if (!fired.isEmpty() && !(skip.isPresent() && outweighs)) {
      return new Verdict(
          Intent.OBJECTION,
          ranked.get(0).score(),
          signs.asks(plain) ? List.of() : apartFromObjection(plain, firm(found)),
          null,
          fired);
    }
    if (skip.isPresent() && !firm) {
      return new Verdict(Intent.SKIP, 0.9, List.of(), skip.get(), List.of());
    }
    if (found.isEmpty()
        && asked.only("mobile", "officePhone", "fax", "postcode", "address")
        && (signs.none(plain) || signs.gone(plain))
        && !signs.asks(plain)
        && !signs.chats(plain)) {
      return new Verdict(Intent.SKIP, 0.8, List.of(), FactState.UNKNOWN, List.of());
    }
    if (corrects && !stated && signs.takesBack(plain) && !signs.asks(plain)) {
      return new Verdict(Intent.CORRECT, 0.7, found, null, List.of());
    }
    boolean besides = asked.aspect() != null && heard.act() == Act.ASIDE && heard.lead() > ASIDE;
    if (besides && !firm) {
      return new Verdict(Intent.OTHER, 0.6, List.of(), null, List.of());
    }
    boolean asks = signs.asks(plain);
    List<Found> apart = asks && firm ? apartFromQuestion(plain, found) : List.of();
    if (apart.stream().anyMatch(f -> asked.covers(f.field()))) {
      return new Verdict(Intent.ANSWER, 0.8, apart, null, List.of());
    }
    boolean answers = asked.freeText() && heard.act() == Act.ANSWER && heard.lead() > ANSWERS;
    boolean aside = !answers && (asks || signs.tells(plain) || signs.chats(plain));
    boolean sees = signs.looksAround(plain) && !signs.speaksOfUs(plain);
    if (sees || (aside && !(firm && signs.chats(plain))) || found.isEmpty()) {
      return new Verdict(Intent.OTHER, found.isEmpty() ? 0.6 : 0.8, List.of(), null, List.of());
    }
    return new Verdict(Intent.ANSWER, firm ? 0.95 : 0.8, found, null, List.of());
  }

  /** Why no value is given, so far as the whole text says. */
  private Optional<FactState> skip(String plain, Asked asked, Heard heard, List<Found> found) {
    if (asked.aspect() != null && signs.passes(plain)) {
      return Optional.of(FactState.SKIPPED);
    }
    boolean asksUs = signs.asks(plain) && signs.speaksOfUs(plain);
    boolean asks = asksUs || signs.asksForReply(plain);
    if (amounts(asked, plain) || asks || signs.pauses(plain)) {
      return Optional.empty();
    }
    if (asked.aspect() == null) {
      return found.isEmpty() && heard.lead() > PASSES_UNASKED ? heard.skip() : Optional.empty();
    }
    return heard.lead() > PASSES ? heard.skip() : Optional.empty();
  }

  /** What clauses tell that ask nothing. */
  private List<Found> apartFromQuestion(String plain, List<Found> found) {
    return found.stream().filter(f -> signs.statedApart(plain, plain(f))).toList();
  }

  private String plain(Found found) {
    return Typed.of(found.words(), script).plain();
  }

  /** What clauses tell that raise no objection themselves. */
  private List<Found> apartFromObjection(String plain, List<Found> firm) {
    return firm.stream()
        .filter(f -> !plain.contains(plain(f)) || signs.toldBeside(plain, plain(f)))
        .toList();
  }

  /** Whether an amount is asked for and the text has one, however unsure it sounds. */
  private boolean amounts(Asked asked, String plain) {
    return asked.only("similarPrice", "similarVolume") && signs.amount(plain);
  }

  private static List<Found> firm(List<Found> found) {
    return found.stream().filter(f -> f.value() != null && f.confidence() >= FIRM).toList();
  }

  /**
   * Whether the text can raise an objection: what neither speaks of us nor names what objections
   * are about does not, while a question is pending or where it tells several facts. It need not be
   * scored then.
   */
  boolean hears(String plain, Asked asked, List<Found> found) {
    boolean open = asked.aspect() == null && firm(found).size() < SEVERAL;
    return open || isOfUs(plain) || signs.namesTopic(plain);
  }

  private boolean isOfUs(String plain) {
    return signs.speaksOfUs(plain) || signs.asksForReply(plain);
  }

  /** Objections sure enough, given what is asked and who speaks. */
  private List<String> fired(
      String plain, Asked asked, List<Found> found, List<Meaning.Scored> ranked) {
    boolean ofUs = isOfUs(plain);
    boolean aside = answers(plain, found) || (!ofUs && aside(plain, asked, found));
    if (ranked.isEmpty() || signs.asksOfOurOwn(plain) || aside) {
      return List.of();
    }
    double best = ranked.get(0).score();
    if (best < Math.min(bar(plain, asked, found, ofUs), HIGHEST_BAR)) {
      return List.of();
    }
    return ranked.stream()
        .filter(s -> s.score() >= ALSO * best)
        .map(Meaning.Scored::objection)
        .toList();
  }

  /** Whether it tells several sure facts, and minds nothing. */
  private boolean answers(String plain, List<Found> found) {
    return firm(found).size() >= SEVERAL && !signs.complains(plain) && !signs.asksForReply(plain);
  }

  /** Whether what does not speak of us is the answer to a free question, or small talk. */
  private boolean aside(String plain, Asked asked, List<Found> found) {
    boolean told = found.stream().anyMatch(f -> COMPLAINTS.contains(f.field()));
    boolean words = asked.freeText() && !asked.only("requirements", "wantedScope");
    return told
        || words
        || complaintAnswers(asked)
        || (signs.chats(plain) && !signs.reports(plain));
  }

  /** The score that the likeliest objection needs. */
  private double bar(String plain, Asked asked, List<Found> found, boolean ofUs) {
    boolean reports = signs.reports(plain);
    if (ofUs) {
      boolean minds = reports && signs.complainsOfUs(plain);
      return sure - (minds ? FOR_COMPLAINT : reports ? FOR_REPORT : 0);
    }
    double bar = sure;
    if (asked.freeText()) {
      bar += reports ? AGAINST_WISH : AGAINST_FREE_TEXT;
    }
    boolean answered = found.stream().anyMatch(f -> f.value() != null && asked.covers(f.field()));
    bar += answered && !reports ? AGAINST_ANSWER : 0;
    double question = asked.aspect() == null ? AGAINST_QUESTION : AGAINST_ASKING_BACK;
    return bar + (signs.asks(plain) && !reports ? question : 0);
  }

  /** Fields whose values are complaints by nature. */
  private static boolean complaintAnswers(Asked asked) {
    return asked.about("similar") || asked.only("marketFeedback");
  }
}
