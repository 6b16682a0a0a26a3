package dev.zhaoshang.understanding;

import dev.zhaoshang.content.Form;
import dev.zhaoshang.content.Form.Field;
import dev.zhaoshang.content.Form.FieldType;
import dev.zhaoshang.domain.Found;
import dev.zhaoshang.domain.Meaning.Scored;
import dev.zhaoshang.domain.Value;
import dev.zhaoshang.understanding.field.Asked;
import dev.zhaoshang.understanding.intent.IntentSigns;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says whether what is typed while a form asks is no answer but an objection. A form that asks for
 * the words of customers gets them, and a line that tells values is a report; what only an
 * objection says is none of the answers. Immutable.
 */
final class RaisedInReports {

  /**
   * Scores from which an objection is one here: where the text asks how to answer, where it minds
   * something of ours, where it tells what the customer says, and where it is the bare words.
   */
  private static final double ASKED = 0.4;

  private static final double MINDED = 0.8;
  private static final double TOLD = 0.96;
  private static final double BARE = 0.98;

  /** Fields that ask what customers say, and have it whatever it is. */
  private static final Set<String> WORDS_OF_CUSTOMERS =
      Set.of(
          "marketFeedback",
          "reportMarket",
          "reportProblems",
          "reportSolutions",
          "visitOutcome",
          "visitTrouble",
          "problems",
          "objectionsMet",
          "supportNeeded",
          "localPromotion",
          "promotionPlan");

  /** The field that asks what somebody says who is sitting there, and waits for a reply. */
  private static final String SAID_JUST_NOW = "introReaction";

  /** So many letters say more than "no". */
  private static final int TELLING = 3;

  private final IntentSigns signs;

  RaisedInReports(IntentSigns signs) {
    this.signs = signs;
  }

  /** Whether the text can raise one, so that it is worth scoring. */
  boolean hears(String plain) {
    return signs.asksForReply(plain) || signs.namesTopic(plain);
  }

  /**
   * Whether it raises one.
   *
   * @param found what it tells
   * @param ranked objections, likeliest first
   */
  boolean raises(String plain, Asked question, List<Found> found, List<Scored> ranked) {
    double best = ranked.isEmpty() ? 0 : ranked.get(0).score();
    if (signs.asksForReply(plain)) {
      return best >= ASKED;
    }
    if (signs.promises(plain)
        || asksForThem(question)
        || found.stream().anyMatch(one -> reports(plain, question, one))) {
      return false;
    }
    boolean minds = signs.speaksOfUs(plain) || signs.complains(plain);
    if (question.takes(FieldType.NOTES) && !minds && !signs.reports(plain)) {
      return false;
    }
    return best >= (minds ? MINDED : signs.reports(plain) ? TOLD : BARE);
  }

  /** Whether it raises one that no card covers. */
  boolean raisesBeyond(String plain, Asked question, List<Found> found) {
    return !question.takes(FieldType.NOTES)
        && !asksForThem(question)
        && found.stream().noneMatch(one -> reports(plain, question, one))
        && signs.mindsBeyond(plain);
  }

  private static boolean asksForThem(Asked question) {
    return WORDS_OF_CUSTOMERS.stream().anyMatch(question::covers);
  }

  /** What stays told beside the objection: the reaction of somebody who says just that. */
  List<Found> kept(Asked question, List<Found> found) {
    return question.only(SAID_JUST_NOW) ? found : List.of();
  }

  /** Whether what was found is told in words that say more than an objection does. */
  private static boolean reports(String plain, Asked question, Found one) {
    if (one.value() == null) {
      return false;
    }
    Field field = question.form() == null ? null : question.form().field(one.field()).orElse(null);
    if (field == null || !question.covers(one.field())) {
      return true;
    }
    if (field.type() == FieldType.CHOICE) {
      return field.choices().stream()
          .filter(choice -> new Value.Text(choice.id()).equals(one.value()))
          .flatMap(RaisedInReports::words)
          .anyMatch(word -> plain.contains(word) && tells(word));
    }
    return field.type() != FieldType.TEXT && field.type() != FieldType.NOTES;
  }

  private static Stream<String> words(Form.Choice choice) {
    return Stream.concat(
        choice.also().stream(), Stream.of(choice.label().zh(), choice.label().en()));
  }

  private static boolean tells(String word) {
    boolean latin = word.codePoints().allMatch(c -> c < 0x250);
    return word.length() >= (latin ? TELLING : TELLING - 1);
  }
}
