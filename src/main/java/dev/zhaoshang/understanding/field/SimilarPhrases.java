package dev.zhaoshang.understanding.field;

import dev.zhaoshang.understanding.text.Clause;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Span;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words that announce what is told of a similar product, and where its value begins and ends.
 */
final class SimilarPhrases {

  private final Pattern bareNo;
  private final Pattern later;
  private final Pattern problemLead;
  private final Pattern policyLead;
  private final Pattern priceLead;
  private final Pattern priceAfter;
  private final Pattern stopLead;
  private final Pattern stopTail;

  SimilarPhrases(Lexicon lexicon) {
    bareNo = lexicon.pattern("similar.bareno");
    later = lexicon.pattern("stop.later");
    problemLead = lexicon.pattern("problem.lead");
    policyLead = lexicon.pattern("policy.lead");
    priceLead = lexicon.pattern("price.lead");
    priceAfter = lexicon.pattern("price.after");
    stopLead = lexicon.pattern("stop.lead");
    stopTail = lexicon.pattern("stop.tail");
  }

  boolean bareNo(String plain) {
    return bareNo.matcher(plain).lookingAt();
  }

  boolean later(String plain) {
    return later.matcher(plain).lookingAt();
  }

  /** Whether it says that it ended, and not why. */
  boolean stopOnly(String plain) {
    Matcher lead = stopLead.matcher(plain);
    String rest = lead.lookingAt() ? plain.substring(lead.end()) : plain;
    return stopTail.matcher(rest).matches();
  }

  boolean problem(String plain) {
    return problemLead.matcher(plain).lookingAt();
  }

  boolean policy(String plain) {
    return policyLead.matcher(plain).lookingAt();
  }

  /** The part before a price that follows without a pause. */
  Span beforePrice(Reading reading, Span span) {
    return Phrases.beforeTail(reading, span, priceAfter);
  }

  /** The part of the clause that is the value. */
  Span value(Reading reading, Clause clause, String field) {
    return switch (field) {
      case "similarProblems" -> Phrases.afterLead(clause, problemLead);
      case "similarPolicy" -> Phrases.afterLead(clause, policyLead);
      case "similarPrice" -> Phrases.afterLead(clause, priceLead);
      case "similarStopReason" ->
          Phrases.beforeTail(reading, Phrases.afterLead(clause, stopLead), stopTail);
      default -> clause.span();
    };
  }
}
