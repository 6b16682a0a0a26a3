package dev.zhaoshang.understanding.intent;

import dev.zhaoshang.domain.FactState;
import dev.zhaoshang.understanding.text.Lexicon;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the wording of a text alone says about the rep's intent. */
public final class IntentSigns {

  private static final Pattern CLAUSES =
      Pattern.compile("(?<=\\p{IsHan})\\s+|\\s+(?=\\p{IsHan})|[,;]+");

  private final Pattern none;
  private final Pattern turns;
  private final Pattern ownQuestion;
  private final Pattern reports;
  private final Pattern takesBack;
  private final Pattern amount;
  private final Pattern unknown;
  private final Pattern refused;
  private final Pattern later;
  private final Pattern shortSkip;
  private final Pattern question;
  private final Pattern reply;
  private final Pattern chat;
  private final Pattern telling;
  private final Pattern own;
  private final Pattern topic;

  /** Takes its patterns from the lexicon. */
  public IntentSigns(Lexicon lexicon) {
    amount = lexicon.pattern("amount");
    takesBack = lexicon.pattern("correct.only");
    reports = lexicon.pattern("reports");
    ownQuestion = lexicon.pattern("question.own");
    turns = lexicon.pattern("turns");
    none = lexicon.pattern("none");
    unknown = lexicon.pattern("skip.unknown");
    refused = lexicon.pattern("skip.refused");
    later = lexicon.pattern("skip.later");
    shortSkip = lexicon.pattern("skip.short");
    question = lexicon.pattern("question");
    reply = lexicon.pattern("question.reply");
    chat = lexicon.pattern("chat");
    telling = lexicon.pattern("telling");
    own = lexicon.pattern("own");
    topic = lexicon.pattern("objection.topic");
  }

  /** Whether it states a price or a quantity. */
  public boolean amount(String plain) {
    return amount.matcher(plain).find();
  }

  /** Whether it says that there is none. */
  public boolean none(String plain) {
    return none.matcher(plain).find();
  }

  /** Why no value is given; empty when the wording does not say so. */
  public Optional<FactState> skips(String plain) {
    if (refused.matcher(plain).find()) {
      return Optional.of(FactState.REFUSED);
    }
    if (later.matcher(plain).find() && !unknown.matcher(plain).find()) {
      return Optional.of(FactState.SKIPPED);
    }
    if (unknown.matcher(plain).find()) {
      return Optional.of(FactState.UNKNOWN);
    }
    return shortSkip.matcher(plain).matches() ? Optional.of(FactState.SKIPPED) : Optional.empty();
  }

  /** Share of the text that the words of a skip make up, 0 to 1. */
  public double skipShare(String plain) {
    int letters = 0;
    for (Pattern pattern : new Pattern[] {refused, later, unknown}) {
      Matcher matcher = pattern.matcher(plain);
      while (matcher.find()) {
        letters += matcher.end() - matcher.start();
      }
    }
    return Math.min(1, letters / (double) Math.max(1, plain.length()));
  }

  /** Whether it says that an earlier value is wrong. */
  public boolean takesBack(String plain) {
    return takesBack.matcher(plain).find();
  }

  /** Whether those words stand in a clause of their own that asks nothing. */
  public boolean statedApart(String plain, String words) {
    String lower = words.toLowerCase(Locale.ROOT);
    return CLAUSES.splitAsStream(plain).anyMatch(clause -> clause.contains(lower) && !asks(clause));
  }

  /** Whether it asks the assistant something. */
  public boolean asks(String plain) {
    return question.matcher(plain).find();
  }

  /** Whether the rep asks about our own side, and not how to answer. */
  public boolean asksOfOurOwn(String plain) {
    return ownQuestion.matcher(plain).find() && !asksForReply(plain) && !reports(plain);
  }

  /** Whether it asks how to answer the distributor. */
  public boolean asksForReply(String plain) {
    return reply.matcher(plain).find();
  }

  /** Whether it is small talk. */
  public boolean chats(String plain) {
    return chat.matcher(plain).find();
  }

  /** Whether it tells the assistant to show or do something. */
  public boolean tells(String plain) {
    return telling.matcher(plain).find();
  }

  /** Whether it turns from what was told to a complaint. */
  public boolean turns(String plain) {
    return turns.matcher(plain).find();
  }

  /** Whether it tells what the distributor says or feels. */
  public boolean reports(String plain) {
    return reports.matcher(plain).find();
  }

  /** Whether it speaks of anything that objections are about. */
  public boolean namesTopic(String plain) {
    return topic.matcher(plain).find();
  }

  /** Whether it speaks of us. */
  public boolean speaksOfUs(String plain) {
    return own.matcher(plain).find();
  }
}
