package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Reply;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is written into buttons and read from them: a verb and ids, joined by colons. A button that
 * changes a distributor names it, so that one from yesterday's card cannot change today's. The verb
 * is the version as well: where arguments come to mean something else the verb gets another name,
 * so that a button that an earlier version sent is stale and never misread.
 */
public final class Buttons {

  /** Verbs after which no other button of the same card fits: an answer, a decision. */
  private static final Set<String> SETTLING =
      Set.of("pick", "skip", "ok", "approve", "reject", "wordless", "erase");

  /** The reply to a button that no longer fits; it changed nothing. */
  static final String STALE = "stale";

  /** Replies to a button that did nothing, though it fits. */
  private static final Set<String> UNDONE = Set.of("failed", "access.denied", "access.left");

  /** What became of a tap. */
  public enum Tapped {
    /** It did what its button says. */
    DONE,
    /** Its button no longer fits; nothing was changed. */
    STALE,
    /** It could not be done, or not by this person; the button is as good as before. */
    UNDONE
  }

  /** {@code pick:<subject>:<field>:<value>}. */
  static final String PICK = "pick";

  /** {@code skip:<subject>:<asked>:<state>}. */
  static final String SKIP = "skip";

  /** {@code ok:<subject>:<asked>}. */
  static final String CONFIRM = "ok";

  /** {@code day:<local date>}: report that day. */
  static final String DAY = "day";

  /** {@code later:<local date>:<when>}: put that day's check-in off. */
  static final String LATER = "later";

  /** {@code ack:<directive>}. */
  static final String ACKNOWLEDGE = "ack";

  /** {@code did:<directive>}. */
  static final String DID = "did";

  /** {@code approve:<request>}. */
  static final String APPROVE = "approve";

  /** {@code reject:<request>}. */
  static final String REJECT = "reject";

  /** {@code wordless:<request>}: no comment on the decision. */
  static final String WORDLESS = "wordless";

  /** The value of a pick that says that there is nothing. */
  static final String NOTHING = "nothing";

  /** {@code card:<objection>:<number of another one that was raised too>}. */
  static final String CARD = "card";

  /** {@code way:<objection>:<other>}: another answer of that card. */
  static final String WAY = "way";

  /** {@code wrong:<objection>:<numbers of the next likely ones>:<who>}: it is not about that. */
  static final String WRONG = "wrong";

  /** {@code meant:<objection>:<uncovered>} after a wrong card; {@code meant:none} for none. */
  static final String MEANT = "meant";

  /** {@code more:<objection>:<other>}. */
  static final String MORE = "more";

  /** {@code facts:<objection>:<other>}. */
  static final String EVIDENCE = "facts";

  /** {@code none}: it is none of the objections offered. */
  static final String NONE = "none";

  /** {@code draft:<uncovered>}: a card against an objection that none covers. */
  static final String DRAFT = "draft";

  /** {@code dismiss:<uncovered>}. */
  static final String DISMISS = "dismiss";

  /** {@code safe:<note>}: the safety department has it. */
  static final String SAFE = "safe";

  /** {@code out:<objection>:<outcome>:<who>}; a dash for no distributor, as in wrong and follow. */
  static final String OUTCOME = "out";

  /** {@code follow:<objection>:<who>}. */
  static final String FOLLOW = "follow";

  /** {@code practise:<objection>}, {@code practise:next}, {@code practise:show} and so on. */
  static final String PRACTISE = "practise";

  /** {@code goto:<distributor>}. */
  static final String GOTO = "goto";

  /** {@code merge:<distributor>:<other>}. */
  static final String MERGE = "merge";

  /** {@code apart:<distributor>}. */
  static final String APART = "apart";

  /** {@code cmd:<command>}. */
  static final String COMMAND = "cmd";

  /** {@code lang:<zh or en>}. */
  static final String LANGUAGE = "lang";

  private Buttons() {}

  static String data(String verb, String... arguments) {
    return arguments.length == 0 ? verb : verb + ":" + String.join(":", arguments);
  }

  /** Verb and arguments of a button's data. */
  static List<String> parts(String data) {
    return List.of(data.split(":", -1));
  }

  /** The command that a button gives; null for other buttons. */
  static @Nullable Command command(@Nullable String data) {
    List<String> parts = data == null ? List.of() : parts(data);
    boolean names = parts.size() == 2 && parts.get(0).equals(COMMAND);
    return Stream.of(Command.values())
        .filter(one -> names && one.name().toLowerCase(Locale.ROOT).equals(parts.get(1)))
        .findFirst()
        .orElse(null);
  }

  /** Whether a tap on a button with that data settles its card, so that it need not stay open. */
  public static boolean settles(String data) {
    return SETTLING.contains(parts(data).get(0));
  }

  /** What became of a tap, by its replies. */
  public static Tapped tapped(List<Reply> replies) {
    List<String> ids = replies.stream().map(Reply::id).toList();
    if (ids.contains(STALE)) {
      return Tapped.STALE;
    }
    return ids.stream().anyMatch(UNDONE::contains) ? Tapped.UNDONE : Tapped.DONE;
  }
}
