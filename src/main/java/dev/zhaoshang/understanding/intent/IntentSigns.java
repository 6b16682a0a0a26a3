package dev.zhaoshang.understanding.intent;

import dev.zhaoshang.content.Finder;
import dev.zhaoshang.understanding.text.Lexicon;
import java.util.regex.Pattern;

/** What the wording of a text alone says about the rep's intent. */
public final class IntentSigns {

  private static final Pattern CLAUSES =
      Pattern.compile("(?<=\\p{IsHan})\\s+|\\s+(?=\\p{IsHan})|[,;]+");

  private final Finder none;
  private final Finder gone;
  private final Finder passes;
  private final Finder ownQuestion;
  private final Finder reports;
  private final Finder takesBack;
  private final Finder amount;
  private final Finder complains;
  private final Finder question;
  private final Finder reply;
  private final Finder replyAlone;
  private final Finder form;
  private final Finder chat;
  private final Finder pause;
  private final Finder scene;
  private final Finder complainsOfUs;
  private final Finder telling;
  private final Finder own;
  private final Finder topic;
  private final Finder promise;
  private final Finder beyond;
  private final Finder region;

  /** Takes its patterns from the lexicon. */
  public IntentSigns(Lexicon lexicon) {
    amount = lexicon.finder("amount");
    takesBack = lexicon.finder("correct.only");
    reports = lexicon.finder("reports");
    ownQuestion = lexicon.finder("question.own");
    none = lexicon.finder("none");
    gone = lexicon.finder("skip.gone");
    passes = lexicon.finder("skip.short");
    complains = lexicon.finder("complains");
    question = lexicon.finder("question");
    reply = lexicon.finder("question.reply");
    replyAlone = lexicon.finder("question.reply.alone");
    form = lexicon.finder("question.form");
    chat = lexicon.finder("chat");
    pause = lexicon.finder("chat.pause");
    scene = lexicon.finder("chat.scene");
    complainsOfUs = lexicon.finder("complains.ours");
    telling = lexicon.finder("telling");
    own = lexicon.finder("own");
    topic = lexicon.finder("objection.topic");
    promise = lexicon.finder("promise");
    beyond = lexicon.finder("objection.beyond");
    region = lexicon.finder("region.told");
  }

  /** Whether it is worded as telling, or changing, which region is wanted, and nothing else. */
  public boolean tellsRegion(String plain) {
    return region.in(plain);
  }

  /** Whether it states a price or a quantity. */
  public boolean amount(String plain) {
    return amount.in(plain);
  }

  /** Whether it says that there is none. */
  public boolean none(String plain) {
    return none.in(plain);
  }

  /** Whether it says that a telephone or a fax machine is no more. */
  public boolean gone(String plain) {
    return gone.in(plain);
  }

  /** Whether it is a sign, or a word, that passes on to the next question and says nothing else. */
  public boolean passes(String plain) {
    return passes.pattern().matcher(plain).matches();
  }

  /** Whether it says that an earlier value is wrong. */
  public boolean takesBack(String plain) {
    return takesBack.in(plain);
  }

  /** Whether those words stand in a clause of their own that asks nothing. */
  public boolean statedApart(String plain, String words) {
    return CLAUSES.splitAsStream(plain).anyMatch(clause -> clause.contains(words) && !asks(clause));
  }

  /** Whether those words stand in a clause that tells nothing else of which objections speak. */
  public boolean toldBeside(String plain, String words) {
    return CLAUSES
        .splitAsStream(plain)
        .filter(clause -> clause.contains(words))
        .map(clause -> clause.replace(words, " "))
        .anyMatch(clause -> !namesTopic(clause) && !speaksOfUs(clause));
  }

  /** Whether it asks the assistant something. */
  public boolean asks(String plain) {
    return question.in(plain);
  }

  /** Whether the rep asks about our own side or the form, and not how to answer. */
  public boolean asksOfOurOwn(String plain) {
    return (ownQuestion.in(plain) || asksOfForm(plain)) && !asksForReply(plain) && !reports(plain);
  }

  /** Whether it asks what a question of the form means. */
  public boolean asksOfForm(String plain) {
    return form.in(plain) && asks(plain);
  }

  /** Whether it asks how to answer the distributor. */
  public boolean asksForReply(String plain) {
    return reply.in(plain);
  }

  /** Whether it asks how to answer, and does not say what. */
  public boolean asksForReplyAlone(String plain) {
    return replyAlone.in(plain);
  }

  /** Whether it is small talk. */
  public boolean chats(String plain) {
    return chat.in(plain);
  }

  /** Whether the rep leaves the talk for a while. */
  public boolean pauses(String plain) {
    return pause.in(plain);
  }

  /** Whether it begins with what the rep sees on the way, which is no answer. */
  public boolean looksAround(String plain) {
    return scene.in(plain);
  }

  /** Whether it tells that something of ours is not good enough. */
  public boolean complainsOfUs(String plain) {
    return complainsOfUs.in(plain);
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

  /** Whether the rep tells what he has promised, or would, which is no answer. */
  public boolean promises(String plain) {
    return promise.in(plain);
  }

  /** Whether it tells what distributors object to and no card covers: who decides, who comes. */
  public boolean mindsBeyond(String plain) {
    return beyond.in(plain);
  }

  /** Whether it speaks of us. */
  public boolean speaksOfUs(String plain) {
    return own.in(plain);
  }
}
