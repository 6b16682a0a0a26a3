package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Compliance;
import dev.zhaoshang.domain.Intent;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Update;
import dev.zhaoshang.understanding.compliance.ComplianceReader;
import dev.zhaoshang.understanding.compliance.ComplianceReader.Hit;
import dev.zhaoshang.understanding.intent.IntentSigns;
import dev.zhaoshang.understanding.text.HanlpScript;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Script;
import java.util.EnumSet;
import java.util.List;

/**
 * Lines that sound like a customer's objection and are none: harm done by a medicine, for which no
 * sales talk is in place, and what the rep promises in his own words.
 */
final class OwnWords {

  private static final Script SCRIPT = new HanlpScript();
  private static final IntentSigns SIGNS = new IntentSigns(Lexicon.load());

  private OwnWords() {}

  /** The turn without an objection, if its line raises none. */
  static TurnInput heard(TurnInput in) {
    Meaning meaning = in.meaning();
    boolean typed =
        EnumSet.of(Update.Kind.TEXT, Update.Kind.EDIT).contains(in.entry().body().kind());
    if (!typed || meaning == null || meaning.command() != null) {
      return in;
    }
    boolean objects = meaning.intent() == Intent.OBJECTION || !meaning.fired().isEmpty();
    String text = Typed.clean(in.entry().body().text());
    return (objects || !meaning.ranked().isEmpty())
            && text.length() <= Typed.READ_AT_MOST
            && isOwn(text, in.content().compliance())
        ? in.meaning(without(meaning))
        : in;
  }

  private static boolean isOwn(String text, Compliance compliance) {
    List<Hit> hits = new ComplianceReader(compliance).read(text);
    if (hits.stream().anyMatch(hit -> hit.rule().kind() == Compliance.Kind.SAFETY)) {
      return true;
    }
    boolean promised = hits.stream().anyMatch(hit -> hit.rule().kind() != Compliance.Kind.CLAIM);
    String plain = dev.zhaoshang.understanding.text.Typed.of(text, SCRIPT).plain();
    boolean told = SIGNS.reports(plain) || SIGNS.asksForReply(plain) || compliance.asks(plain);
    return promised && !told;
  }

  private static Meaning without(Meaning meaning) {
    return new Meaning(
        meaning.intent() == Intent.OBJECTION ? Intent.OTHER : meaning.intent(),
        meaning.confidence(),
        meaning.fields(),
        meaning.skip(),
        List.of(),
        List.of(),
        null,
        null,
        meaning.language());
  }
}
