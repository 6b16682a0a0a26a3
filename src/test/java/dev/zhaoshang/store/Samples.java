package dev.zhaoshang.store;

import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Chart;
import dev.zhaoshang.domain.DistributorChange;
import dev.zhaoshang.domain.Fact;
import dev.zhaoshang.domain.FactState;
import dev.zhaoshang.domain.FollowUp;
import dev.zhaoshang.domain.Found;
import dev.zhaoshang.domain.Intent;
import dev.zhaoshang.domain.Language;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerChange;
import dev.zhaoshang.domain.LedgerEntry;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.OutboxEntry;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Session;
import dev.zhaoshang.domain.TurnRecord;
import dev.zhaoshang.domain.Update;
import dev.zhaoshang.domain.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Domain records as they occur, every kind of value in them. */
public final class Samples {

  /** A moment; the store keeps milliseconds. */
  public static final Instant NOON = Instant.parse("2026-03-02T04:00:00.123Z");

  private Samples() {}

  /** A typed message. */
  public static Update update(String id, String rep) {
    return new Update(
        id, rep, "web", "chat-" + rep, Update.Kind.TEXT, "王建国 苏州", null, "m1", null, "{}");
  }

  /** A known fact. */
  public static Fact fact(Value value) {
    return new Fact(value, "words", List.of("320500"), FactState.KNOWN, "t1", NOON, 0.75);
  }

  /** A known text. */
  public static Fact text(String value) {
    return fact(new Value.Text(value));
  }

  /** A change that sets facts. */
  public static DistributorChange change(
      String key, String distributor, String owner, Map<String, Fact> set) {
    return new DistributorChange(
        key, "turn-" + key, NOON, distributor, owner, set, List.of(), "", null);
  }

  /** A change that merges a distributor into another. */
  public static DistributorChange merge(String key, String distributor, String owner, String into) {
    return new DistributorChange(
        key, "turn-" + key, NOON, distributor, owner, Map.of(), List.of(), into, null);
  }

  /** A reply with a button. */
  public static Reply reply(String id) {
    return new Reply(
        id, "text of " + id, "mobile", null, List.of(new Button("Skip", "skip:mobile")));
  }

  /** A chart with a gap. */
  public static Chart chart() {
    return new Chart(
        "价格",
        Chart.Kind.LINE,
        "元/盒",
        List.of("3.1", "3.8"),
        List.of(
            new Chart.Series(
                "益康", List.of(new Chart.Point("3.1", 12.5), new Chart.Point("3.8", 13))),
            new Chart.Series("某某", List.of(new Chart.Point("3.8", -1)))));
  }

  /** The delivery with another reply. */
  public static OutboxEntry delivery(OutboxEntry e, Reply reply) {
    return new OutboxEntry(
        e.id(),
        e.rep(),
        e.channel(),
        e.chat(),
        e.seq(),
        e.n(),
        e.priority(),
        e.notBefore(),
        reply,
        e.message(),
        e.tries(),
        e.sendingSince(),
        e.sentAt(),
        e.failure());
  }

  /** A reply that waits for delivery on the web. */
  public static OutboxEntry delivery(String rep, long seq, int n) {
    return new OutboxEntry(
        "web:" + rep + ":" + seq + "#" + n,
        rep,
        "web",
        "chat-" + rep,
        seq,
        n,
        OutboxEntry.Priority.INTERACTIVE,
        NOON.plusSeconds(seq),
        reply("ask.mobile"),
        null,
        0,
        null,
        null,
        null);
  }

  /** The record of a turn, with a meaning. */
  public static TurnRecord turn(String id, String rep, long seq) {
    Found found = new Found("name", new Value.Text("王建国"), "王建国", List.of(), 0.9, null);
    Meaning meaning =
        new Meaning(
            Intent.ANSWER,
            0.9,
            List.of(found),
            null,
            List.of(),
            List.of(new Meaning.Scored("noFunds", 0.125)),
            null,
            null,
            Language.ZH);
    return new TurnRecord(
        id,
        rep,
        seq,
        NOON,
        NOON.plusMillis(5),
        Update.Kind.TEXT,
        "王建国 苏州",
        meaning,
        "intake.contact",
        "intake.nature",
        "d1",
        "c1",
        List.of(reply("recorded"), reply("ask.nature")));
  }

  /** A promise that is due. */
  public static FollowUp followUp(String id, Instant at) {
    return new FollowUp(
        id,
        "d1",
        "寄质检报告",
        at,
        "Asia/Shanghai",
        FollowUp.State.OPEN,
        "",
        at,
        new FollowUp.Told(true, true, false, true),
        null);
  }

  /** Entries that a turn puts into the rep's ledger. */
  public static LedgerChange ledgerChange(String turn, String rep, LedgerEntry... put) {
    return new LedgerChange(Ledger.ofRep(rep), rep, turn, List.of(put), List.of());
  }

  /** A session with an interruption, a turn to take back and an outcome to apply. */
  public static Session session(String rep, long version) {
    return session(rep, version, version);
  }

  /** The same, and the last inbox entry that was handled. */
  public static Session session(String rep, long version, long inboxSeq) {
    Session.Position position =
        new Session.Position("intake.nature", "intake", "nature", 1, null, null);
    Session.UndoStep step =
        new Session.UndoStep(
            "t1",
            null,
            List.of(
                new Session.Inverse(
                    "d1",
                    Map.of("otcReps", fact(new Value.Count(20)), "gsp", fact(new Value.Flag(true))),
                    List.of("mobile"),
                    "")),
            List.of(ledgerChange("t1", rep, followUp("t1#0", NOON))),
            position,
            "d1");
    Fact regions = fact(new Value.Items(List.of("苏州", "无锡")));
    Session.Outcome outcome =
        new Session.Outcome(
            turn("t" + version, rep, version),
            List.of(change("t1#0", "d1", rep, Map.of("wantedRegions", regions))),
            List.of(ledgerChange("t" + version, rep, followUp("t1#0", NOON))),
            List.of(delivery(rep, version, 0)),
            List.of());
    return new Session(
        rep,
        version,
        Session.SCHEMA,
        "c1",
        position,
        List.of(position),
        "d1",
        Language.ZH,
        false,
        inboxSeq,
        "instance-1",
        List.of(step),
        NOON,
        outcome);
  }
}
