package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Form.Field;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Tick;
import dev.zhaoshang.understanding.checklist.AnswerWords;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.time.Facing;
import dev.zhaoshang.understanding.time.TimeProblem;
import dev.zhaoshang.understanding.time.TimeReading;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether what was said of the terms of a contract is a term at all (domain, second visit): a
 * payment date that is to come, targets that count something, performance terms that exist.
 */
final class ContractTerms {

  static final String PAYMENT = "paymentDate";
  private static final String TARGETS = "contractTargets";
  private static final String PERFORMANCE = "performanceTerms";
  private static final String STANDARDS = "standards";

  /** The last day of the protection, which may be left out but not be past. */
  private static final String PROTECTED = "protectedUntil";

  private static final List<String> ALL =
      List.of(STANDARDS, PAYMENT, TARGETS, PERFORMANCE, PROTECTED);

  /** A contract is not without these. */
  private static final Set<String> NEEDED = Set.of(STANDARDS, PAYMENT, TARGETS, PERFORMANCE);

  private static final AnswerWords WORDS = new AnswerWords(Lexicon.load());
  private static final Pattern DATED = Lexicon.load().pattern("contract.dated");

  private final Draft draft;

  ContractTerms(Draft draft) {
    this.draft = draft;
  }

  /**
   * What is wrong with one term.
   *
   * @param term id of its field
   * @param reply id of the text that says what is wrong
   * @param words as they were told
   */
  record Flaw(String term, String reply, String words) {}

  /** What is wrong with the terms of a distributor, in the order in which they are asked. */
  List<Flaw> flaws(Distributor current) {
    return ALL.stream()
        .flatMap(term -> words(current, term).flatMap(words -> flaw(term, words)).stream())
        .toList();
  }

  /** What is wrong with words that were told of a term; empty for nothing, or for no term. */
  Optional<Flaw> flaw(String term, String words) {
    String reply = "";
    if (NEEDED.contains(term) && WORDS.leaveOpen(words)) {
      reply = "term.open";
    } else if ((term.equals(PAYMENT) || term.equals(PROTECTED)) && isPast(words)) {
      reply = "term.past";
    } else if (term.equals(PAYMENT) && isUndated(words)) {
      reply = "term.undated";
    } else if (term.equals(TARGETS) && !WORDS.count(words)) {
      reply = "term.uncounted";
    }
    return reply.isEmpty() ? Optional.empty() : Optional.of(new Flaw(term, reply, words));
  }

  /** Says what is wrong with a term, in a line. */
  String line(Flaw flaw) {
    String title =
        draft
            .content()
            .form(ContractGate.FORM)
            .flatMap(form -> form.field(flaw.term()))
            .map(Field::label)
            .map(label -> label.in(draft.language()))
            .orElse(flaw.term());
    return draft.text(flaw.reply(), Map.of("title", title, "words", flaw.words()));
  }

  private boolean isPast(String words) {
    TimeReading read = read(words);
    LocalDate today = now().toLocalDate();
    return read.problem().filter(TimeProblem.PAST::equals).isPresent()
        || (!read.times().isEmpty()
            && read.times().stream().allMatch(when -> when.to().isBefore(today)));
  }

  /** Whether it is told when he pays, but not on which day: that is no term. */
  private boolean isUndated(String words) {
    return !DATED.matcher(words).find() && read(words).spans().isEmpty();
  }

  private TimeReading read(String words) {
    return draft.in().times().read(words, now(), Facing.AHEAD);
  }

  private ZonedDateTime now() {
    return draft.in().now().atZone(draft.rhythm().zone());
  }

  /** What was told of a term, in the form or to the points of the second visit. */
  Optional<String> words(Distributor current, String term) {
    return current
        .text(term)
        .or(
            () ->
                draft
                    .ledger(Ledger.ofDistributor(current.id()))
                    .find(Tick.class, Tick.id(ContractGate.CHECKLIST, "", term))
                    .map(Tick::note)
                    .filter(note -> !note.isEmpty()));
  }
}
