package dev.zhaoshang.faults;

import dev.zhaoshang.channel.telegram.TelegramStandIn.Accepted;
import dev.zhaoshang.faults.Talkers.Sent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * Compares what the platform has in its log with what is in the database. Shares no code with the
 * application.
 */
final class Checker {

  private static final String ID = "_id";

  /** What fell due so shortly before the end need not have been told. */
  private static final long GRACE_MILLIS = 60_000;

  private static final String KEY = "telegram:4711:";

  private final Records records;
  private final List<String> complaints = new ArrayList<>();
  private int twice;

  private Checker(Records records) {
    this.records = records;
  }

  /**
   * What was found.
   *
   * @param complaints what is wrong; empty when all is well
   * @param turns that were applied
   * @param sent replies that were accepted at least once
   * @param twice replies that were accepted more than once, each after a try of unknown outcome
   * @param reminders turns of what fell due
   */
  record Verdict(List<String> complaints, int turns, int sent, int twice, int reminders) {}

  /**
   * Checks.
   *
   * @param acknowledged updates that the platform need not bring again
   * @param accepted messages in the platform's log
   */
  static Verdict check(Records records, Collection<Sent> acknowledged, List<Accepted> accepted) {
    Checker checker = new Checker(records);
    checker.acknowledged(acknowledged);
    checker.turns();
    checker.effects(acknowledged);
    checker.reminders();
    checker.replies(accepted);
    int reminders =
        (int) records.turns().stream().filter(turn -> id(turn).startsWith("reminder:")).count();
    return new Verdict(
        checker.complaints,
        records.turns().size(),
        records.outbox().size(),
        checker.twice,
        reminders);
  }

  private void acknowledged(Collection<Sent> acknowledged) {
    Map<String, BsonDocument> inbox =
        records.inbox().stream().collect(Collectors.toMap(Checker::id, entry -> entry));
    for (Sent sent : acknowledged) {
      BsonDocument entry = inbox.get(KEY + sent.id());
      if (entry == null) {
        complain("lost: update %d of %s".formatted(sent.id(), Talkers.rep(sent.account())));
      } else if (!text(entry, "rep").equals(Talkers.rep(sent.account()))
          || !text(entry.getDocument("body"), "text").equals(sent.text())) {
        complain("changed: update %d".formatted(sent.id()));
      }
    }
  }

  private void turns() {
    Map<String, List<BsonDocument>> inbox = byRep(records.inbox());
    Map<String, List<BsonDocument>> turns = byRep(records.turns());
    Map<String, BsonDocument> sessions =
        records.sessions().stream().collect(Collectors.toMap(Checker::id, session -> session));
    for (Map.Entry<String, List<BsonDocument>> entry : inbox.entrySet()) {
      String rep = entry.getKey();
      List<BsonDocument> received = entry.getValue();
      requireNoGap(rep, received);
      requireSameOrder(rep, received, turns.getOrDefault(rep, List.of()));
      BsonDocument session = sessions.get(rep);
      long handled = session == null ? 0 : number(session, "inboxSeq");
      if (handled != received.size()) {
        complain("stuck: %s at %d of %d".formatted(rep, handled, received.size()));
      }
    }
    records.inbox().stream()
        .filter(entry -> !entry.containsKey("appliedAt"))
        .forEach(entry -> complain("not applied: %s".formatted(id(entry))));
  }

  private void requireNoGap(String rep, List<BsonDocument> received) {
    for (int i = 0; i < received.size(); i++) {
      if (number(received.get(i), "seq") != i + 1) {
        complain("place %d of %s is %d".formatted(i + 1, rep, number(received.get(i), "seq")));
        return;
      }
    }
  }

  private void requireSameOrder(
      String rep, List<BsonDocument> received, List<BsonDocument> handled) {
    List<String> ids = handled.stream().map(Checker::id).toList();
    List<String> wanted = received.stream().map(Checker::id).toList();
    if (!ids.equals(wanted)) {
      List<String> missing = new ArrayList<>(wanted);
      missing.removeAll(ids);
      complain("turns of %s are not those received, in order; missing %s".formatted(rep, missing));
    }
    for (int i = 1; i < handled.size(); i++) {
      String before = text(handled.get(i), "before");
      String after = text(handled.get(i - 1), "after");
      if (!before.equals(after)) {
        complain("out of order: %s begins at %s, not %s".formatted(ids.get(i), before, after));
      }
    }
  }

  /** What each line was to leave is there once; no change was applied twice, none is of nobody. */
  private void effects(Collection<Sent> acknowledged) {
    Map<String, Integer> mobiles = new HashMap<>();
    Set<String> turns = records.turns().stream().map(Checker::id).collect(Collectors.toSet());
    for (BsonDocument distributor : records.distributors()) {
      Set<String> keys = new HashSet<>();
      for (BsonValue change : distributor.getArray("history")) {
        String key = text(change.asDocument(), "key");
        if (!keys.add(key)) {
          complain("applied twice: %s".formatted(key));
        }
        if (!turns.contains(text(change.asDocument(), "turn"))) {
          complain("of no turn: %s".formatted(key));
        }
        if (change.asDocument().getDocument("fields").containsKey("mobile")) {
          mobiles.merge(text(change.asDocument(), "turn"), 1, Integer::sum);
        }
      }
    }
    Map<String, Integer> promises = promises();
    for (Sent sent : acknowledged) {
      Marks.mobileIn(sent.text())
          .ifPresent(mobile -> once("mobile", mobile, mobiles.getOrDefault(KEY + sent.id(), 0)));
      Marks.promiseIn(sent.text())
          .ifPresent(promise -> kept(promise, KEY + sent.id(), promises.getOrDefault(promise, 0)));
    }
  }

  private Map<String, Integer> promises() {
    Map<String, Integer> promises = new HashMap<>();
    for (BsonDocument followUp : entries("followUp")) {
      Marks.promiseIn("提醒我 " + text(followUp, "what"))
          .ifPresent(mark -> promises.merge(mark, 1, Integer::sum));
    }
    return promises;
  }

  /** A promise that the rep was told is kept is there, unless it was taken back later. */
  private void kept(String promise, String turn, int times) {
    boolean told =
        records.turns().stream()
            .filter(record -> id(record).equals(turn))
            .anyMatch(record -> isTold(record) && !isTakenBackAfter(record));
    if (times > 1 || (told && times == 0)) {
      complain("promise %s is on record %d times".formatted(promise, times));
    }
  }

  private static boolean isTold(BsonDocument turn) {
    return turn.getArray("replies").stream()
        .anyMatch(reply -> text(reply.asDocument(), "id").equals("followup.kept"));
  }

  private boolean isTakenBackAfter(BsonDocument turn) {
    return records.turns().stream()
        .filter(other -> text(other, "rep").equals(text(turn, "rep")))
        .filter(other -> number(other, "seq") > number(turn, "seq"))
        .anyMatch(other -> text(other, "text").equals(Talkers.UNDO));
  }

  private void once(String what, String mark, int times) {
    if (times != 1) {
      complain("%s %s is on record %d times".formatted(what, mark, times));
    }
  }

  /** What fell due was told: its time has come and gone, or it waits for a later one. */
  private void reminders() {
    long end =
        records.turns().stream()
            .mapToLong(turn -> turn.getDateTime("at").getValue())
            .max()
            .orElse(0);
    for (BsonDocument followUp : entries("followUp")) {
      boolean open = text(followUp, "state").equals("open") && followUp.containsKey("remindAt");
      if (open && followUp.getDateTime("remindAt").getValue() < end - GRACE_MILLIS) {
        complain("never reminded of: %s".formatted(text(followUp, "what")));
      }
    }
  }

  private List<BsonDocument> entries(String kind) {
    return records.ledgers().stream()
        .flatMap(ledger -> ledger.getArray("entries").stream())
        .map(BsonValue::asDocument)
        .filter(entry -> text(entry, "kind").equals(kind))
        .toList();
  }

  private void replies(List<Accepted> accepted) {
    Map<String, List<BsonDocument>> planned = new TreeMap<>();
    records.outbox().stream()
        .filter(entry -> text(entry, "channel").equals("telegram"))
        .sorted(
            Comparator.comparingLong((BsonDocument entry) -> number(entry, "seq"))
                .thenComparing(entry -> number(entry, "n")))
        .forEach(
            entry ->
                planned.computeIfAbsent(text(entry, "chat"), chat -> new ArrayList<>()).add(entry));
    planned.forEach((chat, entries) -> replies(chat, entries, accepted));
    requireAllReplies();
  }

  private void replies(String chat, List<BsonDocument> entries, List<Accepted> accepted) {
    List<String> sent =
        accepted.stream()
            .filter(one -> one.chat().equals(chat))
            .map(one -> plain(one.text()))
            .toList();
    List<String> texts =
        entries.stream().map(entry -> text(entry.getDocument("reply"), "text").strip()).toList();
    List<Integer> tries = entries.stream().map(entry -> (int) number(entry, "tries")).toList();
    Deliveries deliveries = Deliveries.compare(texts, tries, sent);
    deliveries
        .complaints()
        .forEach(complaint -> complain("chat %s: %s".formatted(chat, complaint)));
    for (int i = 0; i < entries.size(); i++) {
      if (!entries.get(i).containsKey("sentAt")) {
        complain("not marked as sent: %s".formatted(id(entries.get(i))));
      }
      if (deliveries.times(i) > 1) {
        twice++;
        if (deliveries.times(i) > tries.get(i)) {
          complain("sent %d times: %s".formatted(deliveries.times(i), id(entries.get(i))));
        }
      }
    }
  }

  /** Each reply of each turn has an entry. */
  private void requireAllReplies() {
    Set<String> entries = records.outbox().stream().map(Checker::id).collect(Collectors.toSet());
    for (BsonDocument turn : records.turns()) {
      for (int n = 0; n < turn.getArray("replies").size(); n++) {
        if (!entries.contains(id(turn) + "#" + n)) {
          complain("reply %d of %s was never to be sent".formatted(n, id(turn)));
        }
      }
    }
  }

  private static String plain(String html) {
    return html.replaceAll("</?b>", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        .strip();
  }

  private static Map<String, List<BsonDocument>> byRep(List<BsonDocument> documents) {
    return documents.stream()
        .sorted(Comparator.comparingLong(document -> number(document, "seq")))
        .collect(Collectors.groupingBy(document -> text(document, "rep")));
  }

  private static String id(BsonDocument document) {
    return text(document, ID);
  }

  private static String text(BsonDocument document, String field) {
    return document.getString(field, new BsonString("")).getValue();
  }

  private static long number(BsonDocument document, String field) {
    return document.getNumber(field, new BsonInt64(0)).longValue();
  }

  private void complain(String what) {
    complaints.add(what);
  }
}
