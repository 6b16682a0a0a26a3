package dev.zhaoshang.understanding;

import dev.zhaoshang.domain.FactState;
import dev.zhaoshang.domain.Found;
import dev.zhaoshang.domain.Intent;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.understanding.field.Asked;
import dev.zhaoshang.understanding.intent.IntentSigns;
import dev.zhaoshang.understanding.intent.SkipSigns;
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
  private static final double ALSO = 0.3;

  /** So many sure facts in one text are what it is about. */
  private static final int SEVERAL = 2;

  private static final double SKIP_SHARE_ALONE = 0.4;
  private static final double SKIP_SHARE = 0.7;
  private static final double MOSTLY = 0.5;

  private final IntentSigns signs;
  private final SkipSigns skips;
  private final BesideSkip besideSkip;
  private final Script script;
  private final double sure;

  Judgement(IntentSigns signs, SkipSigns skips, Script script, double sure) {
    this.signs = signs;
    this.skips = skips;
    this.besideSkip = new BesideSkip(skips, script);
    this.script = script;
    this.sure = sure;
  }

  Verdict of(
      String plain, Asked asked, List<Found> read, List<Meaning.Scored> ranked, boolean corrects) {
    boolean stated = read.stream().anyMatch(f -> f.value() != null);
    if (corrects && stated && !signs.asks(plain)) {
      return new Verdict(Intent.CORRECT, 0.9, read, null, List.of());
    }
    Optional<FactState> told = amounts(asked, plain) ? Optional.empty() : skips.why(plain);
    boolean mostly = told.isEmpty() || !asked.freeText() || passesOn(asked, plain);
    Optional<FactState> skip = mostly ? told : Optional.empty();
    List<Found> found = skip.isPresent() ? besideSkip.apart(plain, read) : read;
    boolean firm = found.stream().anyMatch(f -> f.value() != null && f.confidence() >= FIRM);
    List<String> fired = fired(plain, asked, found, ranked);
    boolean passes = skip.isPresent() && passes(plain);
    if (!fired.isEmpty() && !passes) {
      return new Verdict(
          Intent.OBJECTION,
          ranked.get(0).score(),
          signs.asks(plain) ? List.of() : apartFromObjection(plain, firm(found)),
          null,
          fired);
    }
    if (skip.isPresent()
        && !firm
        && passesOn(asked, plain)
        && !besideSkip.begins(asked, plain, found)) {
      return new Verdict(Intent.SKIP, 0.9, List.of(), skip.get(), List.of());
    }
    if (found.isEmpty()
        && asked.only("mobile", "officePhone", "fax", "postcode", "address")
        && (signs.none(plain) || skips.gone(plain))
        && !signs.asks(plain)
        && !signs.chats(plain)) {
      return new Verdict(Intent.SKIP, 0.8, List.of(), FactState.UNKNOWN, List.of());
    }
    if (corrects && !stated && signs.takesBack(plain) && !signs.asks(plain)) {
      return new Verdict(Intent.CORRECT, 0.7, found, null, List.of());
    }
    boolean asks = signs.asks(plain);
    List<Found> apart = asks && firm ? apartFromQuestion(plain, found) : List.of();
    if (apart.stream().anyMatch(f -> asked.covers(f.field()))) {
      return new Verdict(Intent.ANSWER, 0.8, apart, null, List.of());
    }
    boolean topic = asked.freeText() && skips.namesQuestion(plain);
    boolean aside = (asks && !topic) || signs.tells(plain) || signs.chats(plain);
    boolean sees = signs.looksAround(plain) && !signs.speaksOfUs(plain);
    if (sees || (aside && !(firm && signs.chats(plain))) || found.isEmpty()) {
      return new Verdict(Intent.OTHER, found.isEmpty() ? 0.6 : 0.8, List.of(), null, List.of());
    }
    return new Verdict(Intent.ANSWER, firm ? 0.95 : 0.8, found, null, List.of());
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

  /** Whether the words of a skip outweigh an objection. */
  private boolean passes(String plain) {
    if (skips.namesQuestion(plain) && !isOfUs(plain)) {
      return true;
    }
    double least = signs.namesTopic(skips.beside(plain)) ? SKIP_SHARE : SKIP_SHARE_ALONE;
    return skips.coverage(plain) >= least;
  }

  /** Whether the words of a skip are what the text is about. */
  private boolean passesOn(Asked asked, String plain) {
    boolean asks = signs.asks(plain);
    boolean asksUs = asks && signs.speaksOfUs(plain);
    if (asksUs || signs.pauses(plain) || signs.looksAround(plain)) {
      return false;
    }
    if (skips.surely(plain) || signs.asksOfForm(plain)) {
      return skips.surely(plain);
    }
    boolean besides = asked.freeText() || asks || signs.tells(plain) || !skips.brief(plain);
    return !besides || skips.share(plain) >= MOSTLY;
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
