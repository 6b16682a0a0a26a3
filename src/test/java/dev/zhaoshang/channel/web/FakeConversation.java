package dev.zhaoshang.channel.web;

import dev.zhaoshang.conversation.FrontDoor;
import dev.zhaoshang.conversation.RecordView;
import dev.zhaoshang.conversation.Records;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Chart;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Fact;
import dev.zhaoshang.domain.FactState;
import dev.zhaoshang.domain.Language;
import dev.zhaoshang.domain.OutboxEntry;
import dev.zhaoshang.domain.Paper;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Update;
import dev.zhaoshang.domain.Value;
import dev.zhaoshang.outbox.DeliveriesInMemory;
import dev.zhaoshang.store.StoreUnavailableException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Says the same two things to everybody, and remembers what it was told. */
class FakeConversation implements FrontDoor, Records {

  static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

  final List<Update> updates = new ArrayList<>();
  private final Map<String, CompletableFuture<List<Reply>>> turns = new LinkedHashMap<>();
  final DeliveriesInMemory deliveries = new DeliveriesInMemory();
  private boolean storeDown;
  private boolean slow;
  private boolean broken;

  void storeIsDown(boolean down) {
    storeDown = down;
  }

  void isSlow(boolean answersLate) {
    slow = answersLate;
  }

  void isBroken(boolean fails) {
    broken = fails;
  }

  /** Lets the turns that were kept have their replies. */
  synchronized void catchesUp() {
    slow = false;
    turns.values().forEach(turn -> turn.complete(replies()));
  }

  @Override
  public synchronized Receipt receive(Update update) {
    touchStore();
    if (broken) {
      throw new IllegalStateException("secret detail");
    }
    CompletableFuture<List<Reply>> known = turns.get(update.id());
    if (known != null) {
      return new Receipt(update.id(), false, known);
    }
    updates.add(update);
    CompletableFuture<List<Reply>> turn = new CompletableFuture<>();
    turns.put(update.id(), turn);
    for (int n = 0; n < replies().size(); n++) {
      add(update.id(), n, replies().get(n));
    }
    if (!slow) {
      turn.complete(replies());
    }
    return new Receipt(update.id(), true, turn);
  }

  synchronized void reminds(String text) {
    String turn = "reminder:call:demo:" + turns.size();
    turns.put(turn, CompletableFuture.completedFuture(List.of()));
    add(turn, 0, new Reply("reminder.call", text, null, null, List.of()));
  }

  /** Adds a reply with a chart; gives the id of its outbox entry. */
  synchronized String showsChart(String text) {
    String turn = "reminder:week:demo:" + turns.size();
    turns.put(turn, CompletableFuture.completedFuture(List.of()));
    Chart chart =
        new Chart(
            "本周",
            Chart.Kind.LINE,
            "次",
            List.of("周一", "周二"),
            List.of(new Chart.Series("拜访", List.of(new Chart.Point("周二", 3)))));
    Paper paper = new Paper("周报", List.of(new Paper.Part("拜访", List.of(text))));
    add(turn, 0, new Reply("week", text, null, null, List.of()).with(chart).with(paper));
    return turn + "#0";
  }

  private void add(String turn, int n, Reply reply) {
    String id = turn + "#" + n;
    OutboxEntry.Priority priority = OutboxEntry.Priority.INTERACTIVE;
    deliveries.add(
        List.of(
            new OutboxEntry(
                id,
                "demo",
                "web",
                "demo",
                turns.size(),
                n,
                priority,
                NOW,
                reply,
                null,
                0,
                null,
                null,
                null)));
  }

  private static List<Reply> replies() {
    return List.of(
        new Reply("card.priceTooHigh", "先看利润，再看价格。", null, "priceTooHigh", List.of()),
        new Reply(
            "ask.mobile",
            "手机多少？",
            "mobile",
            null,
            List.of(new Button("跳过", "skip:mobile"), new Button("他不肯说", "refuse:mobile"))));
  }

  @Override
  public List<Distributor> of(String rep) {
    touchStore();
    Fact regions =
        new Fact(
            new Value.Items(List.of("苏州", "无锡")),
            "苏州无锡",
            List.of("320500", "320200"),
            FactState.KNOWN,
            "web:demo:1",
            NOW,
            0.9);
    Fact reps =
        new Fact(new Value.Count(20), "20个人", List.of(), FactState.KNOWN, "web:demo:1", NOW, 1);
    Fact fax = new Fact(null, "不知道", List.of(), FactState.UNKNOWN, "web:demo:1", NOW, 1);
    Map<String, Fact> fields = Map.of("wantedRegions", regions, "clinicalReps", reps, "fax", fax);
    return List.of(new Distributor("d1", 1, rep, NOW, fields, null, List.of()));
  }

  @Override
  public synchronized Optional<RecordView> current(String rep, Language language) {
    touchStore();
    if (updates.isEmpty()) {
      return Optional.empty();
    }
    String label = language == Language.EN ? "Mobile" : "手机";
    RecordView.Line open = new RecordView.Line("mobile", label, "", null);
    RecordView.Line known = new RecordView.Line("name", "姓名", "王建国", FactState.KNOWN);
    RecordView.AspectView contact =
        new RecordView.AspectView("contact", "联系方式", false, List.of(known, open));
    return Optional.of(new RecordView("d1", "王建国", List.of(contact)));
  }

  private void touchStore() {
    if (storeDown) {
      throw new StoreUnavailableException("no answer from db-1.internal", new IOException("down"));
    }
  }
}
