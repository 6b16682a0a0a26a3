package dev.zhaoshang.understanding.intent;

import dev.zhaoshang.content.Finder;
import dev.zhaoshang.domain.FactState;
import dev.zhaoshang.understanding.text.Lexicon;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the wording of a text alone says about the rep's intent. */
public final class IntentSigns {

  private static final Pattern CLAUSES =
      Pattern.compile("(?<=\\p{IsHan})\\s+|\\s+(?=\\p{IsHan})|[,;]+");

  private static final int FIRST_HAN = 0x2E80;

  /** A longer text tells something beside its skip; so many characters, if Chinese. */
  private static final int LONGEST_SKIP = 28;

  private final Finder none;
  private final Finder ownQuestion;
  private final Finder reports;
  private final Finder takesBack;
  private final Finder amount;
  private final Finder unknown;
  private final Finder refused;
  private final Finder later;
  private final Finder shortSkip;
  private final Finder sureSkip;
  private final Finder complains;
  private final Finder topicFirst;
  private final Finder theRest;
  private final Finder toldThen;
  private final Finder question;
  private final Finder reply;
  private final Finder chat;
  private final Finder telling;
  private final Finder own;
  private final Finder topic;

  /** Takes its patterns from the lexicon. */
  public IntentSigns(Lexicon lexicon) {
    amount = lexicon.finder("amount");
    takesBack = lexicon.finder("correct.only");
    reports = lexicon.finder("reports");
    ownQuestion = lexicon.finder("question.own");
    none = lexicon.finder("none");
    unknown = lexicon.finder("skip.unknown");
    refused = lexicon.finder("skip.refused");
    later = lexicon.finder("skip.later");
    shortSkip = lexicon.finder("skip.short");
    sureSkip = lexicon.finder("skip.sure");
    complains = lexicon.finder("complains");
    theRest = lexicon.finder("skip.rest");
    toldThen = lexicon.finder("skip.topic.told");
    topicFirst = lexicon.finder("skip.topic");
    question = lexicon.finder("question");
    reply = lexicon.finder("question.reply");
    chat = lexicon.finder("chat");
    telling = lexicon.finder("telling");
    own = lexicon.finder("own");
    topic = lexicon.finder("objection.topic");
  }

  /** Whether it states a price or a quantity. */
  public boolean amount(String plain) {
    return amount.in(plain);
  }

  /** Whether it says that there is none. */
  public boolean none(String plain) {
    return none.in(plain);
  }

  /** Why no value is given; empty when the wording does not say so. */
  public Optional<FactState> skips(String plain) {
    if (refused.in(plain)) {
      return Optional.of(FactState.REFUSED);
    }
    if (later.in(plain) && !unknown.in(plain)) {
      return Optional.of(FactState.SKIPPED);
    }
    if (unknown.in(plain)) {
      return Optional.of(FactState.UNKNOWN);
    }
    if (shortSkip.pattern().matcher(plain).matches()) {
      return Optional.of(FactState.SKIPPED);
    }
    return sureSkip.in(plain) || leavesTopic(plain)
        ? Optional.of(FactState.UNKNOWN)
        : Optional.empty();
  }

  /** Share of the text that the words of a skip make up, 0 to 1. */
  public double skipShare(String plain) {
    int letters = 0;
    for (Finder words : List.of(refused, later, unknown)) {
      Matcher matcher = words.pattern().matcher(plain);
      while (matcher.find()) {
        letters += matcher.end() - matcher.start();
      }
    }
    return Math.min(1, letters / (double) Math.max(1, plain.length()));
  }

  /**
   * Whether the words of a skip are what a short text is about, however few they are: they are
   * plain, or what was asked is named before them.
   */
  public boolean surelySkips(String plain) {
    int longest = plain.chars().anyMatch(c -> c > FIRST_HAN) ? LONGEST_SKIP : 3 * LONGEST_SKIP;
    return plain.length() <= longest
        && !theRest.in(plain)
        && (sureSkip.in(plain) || topicFirst.in(plain));
  }

  /** Whether it begins with what was asked, in the words of a question, and goes on to tell. */
  public boolean namesQuestion(String plain) {
    return topicFirst.in(plain);
  }

  /** Whether it only names what was asked, and tells nothing of it. */
  private boolean leavesTopic(String plain) {
    if (!topicFirst.in(plain)) {
      return false;
    }
    Matcher topic = topicFirst.pattern().matcher(plain);
    return topic.lookingAt() && !toldThen.in(plain.substring(topic.end()));
  }

  /** Whether it says that an earlier value is wrong. */
  public boolean takesBack(String plain) {
    return takesBack.in(plain);
  }

  /** Whether those words stand in a clause of their own that asks nothing. */
  public boolean statedApart(String plain, String words) {
    String lower = words.toLowerCase(Locale.ROOT);
    return CLAUSES.splitAsStream(plain).anyMatch(clause -> clause.contains(lower) && !asks(clause));
  }

  /** Whether it asks the assistant something. */
  public boolean asks(String plain) {
    return question.in(plain);
  }

  /** Whether the rep asks about our own side, and not how to answer. */
  public boolean asksOfOurOwn(String plain) {
    return ownQuestion.in(plain) && !asksForReply(plain) && !reports(plain);
  }

  /** Whether it asks how to answer the distributor. */
  public boolean asksForReply(String plain) {
    return reply.in(plain);
  }

  /** Whether it is small talk. */
  public boolean chats(String plain) {
    return chat.in(plain);
  }

  /** Whether it tells the assistant to show or do something. */
  public boolean tells(String plain) {
    return telling.in(plain);
  }

  /** Whether it tells what the distributor says or feels. */
  public boolean reports(String plain) {
    return reports.in(plain);
  }

  /** Whether it tells that the distributor minds something, and not only what they say. */
  public boolean complains(String plain) {
    return complains.in(plain);
  }

  /** Whether it speaks of anything that objections are about. */
  public boolean namesTopic(String plain) {
    return topic.in(plain);
  }

  /** Whether it speaks of us. */
  public boolean speaksOfUs(String plain) {
    return own.in(plain);
  }
}
