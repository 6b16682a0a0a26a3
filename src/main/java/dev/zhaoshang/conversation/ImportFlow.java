package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.DistributorChange;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Notice;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Territory;
import dev.zhaoshang.understanding.customers.CustomerRows.Customer;
import dev.zhaoshang.understanding.customers.CustomerRows.Listed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes a list of existing customers that somebody sent: first a preview says what is off in which
 * row, then a button takes what is in order. A rep takes the own customers; who leads people, those
 * of one of them.
 */
final class ImportFlow implements Flow {

  /** {@code import:<place of the sheet in the inbox>:<rep>}. */
  static final String VERB = "import";

  static final int PARTS = 3;

  /** More are not taken in one turn. */
  static final int MOST = 200;

  /** More rows that are off are only counted. */
  private static final int SHOWN = 12;

  /** So many people are offered a list. */
  private static final int OFFERED = 40;

  private static final Pattern PLACE = Pattern.compile("\\d{1,18}");

  private final Draft draft;

  ImportFlow(Draft draft) {
    this.draft = draft;
  }

  /** The place that a button names; one where nothing stands for other words. */
  static long place(String words) {
    return PLACE.matcher(words).matches() ? Long.parseLong(words) : -1;
  }

  /** What a row is worth. */
  private record Row(Customer customer, String trouble) {
    boolean isGood() {
      return trouble.isEmpty();
    }
  }

  private List<Row> rows(Listed list, String rep) {
    CustomerIntake intake = intake(rep);
    List<Row> rows = new ArrayList<>();
    for (Customer customer : list.customers()) {
      String trouble = intake.trouble(customer).orElse("");
      boolean there = trouble.isEmpty() && draft.find(intake.id(customer)) != null;
      rows.add(new Row(customer, there ? "known" : trouble));
    }
    return rows;
  }

  private CustomerIntake intake(String rep) {
    return new CustomerIntake(
        key -> draft.in().snapshot().known().getOrDefault(key, List.of()), rep);
  }

  /** Says what of a list would be taken, and what is off in which row; nothing is stored. */
  void preview(Listed list) {
    List<Person> led = draft.in().snapshot().led();
    String me = draft.in().session().rep();
    List<Row> rows = rows(list, me);
    long good = rows.stream().filter(Row::isGood).count();
    List<String> lines = new ArrayList<>();
    lines.add(
        draft.text(
            "import.preview",
            Map.of("n", String.valueOf(good), "left", String.valueOf(rows.size() - good))));
    if (!list.ignored().isEmpty()) {
      String columns = String.join(draft.text("list.comma", Map.of()), list.ignored());
      lines.add(draft.text("import.ignored", Map.of("columns", columns)));
    }
    lines.addAll(off(rows));
    lines.addAll(clashes(rows, me));
    if (list.customers().size() > MOST) {
      lines.add(draft.text("import.long", Map.of("most", String.valueOf(MOST))));
    }
    boolean takes = good > 0 && list.customers().size() <= MOST;
    lines.add(draft.text(takes ? "import.confirm" : "import.nothing", Map.of()));
    draft.reply(
        new Reply(
            "import.preview",
            String.join("\n", lines),
            null,
            null,
            takes ? buttons(led, good) : List.of()));
  }

  private List<String> off(List<Row> rows) {
    List<String> off =
        rows.stream()
            .filter(row -> !row.isGood() || !row.customer().unread().isEmpty())
            .map(this::line)
            .toList();
    List<String> shown = new ArrayList<>(off.subList(0, Math.min(SHOWN, off.size())));
    if (off.size() > SHOWN) {
      shown.add(draft.text("import.more", Map.of("n", String.valueOf(off.size() - SHOWN))));
    }
    return shown;
  }

  private String line(Row row) {
    Customer customer = row.customer();
    String unread = String.join(draft.text("list.comma", Map.of()), customer.unread());
    return draft.text(
        row.isGood() ? "import.row.partly" : "import.row." + row.trouble(),
        Map.of(
            "line", String.valueOf(customer.line()), "title", customer.title(), "cells", unread));
  }

  private List<Button> buttons(List<Person> led, long good) {
    String place = String.valueOf(draft.in().entry().seq());
    String n = String.valueOf(good);
    if (led.isEmpty()) {
      String me = draft.in().session().rep();
      return List.of(
          new Button(draft.text("button.import", Map.of("n", n)), Buttons.data(VERB, place, me)));
    }
    return led.stream()
        .limit(OFFERED)
        .map(
            one ->
                new Button(
                    draft.text("button.import.for", Map.of("n", n, "name", one.name())),
                    Buttons.data(VERB, place, one.id())))
        .toList();
  }

  @Override
  public boolean button(String verb, List<String> arguments) {
    if (!verb.equals(VERB) || arguments.size() != PARTS - 1) {
      return false;
    }
    String rep = arguments.get(1);
    List<Person> led = draft.in().snapshot().led();
    Optional<Person> other = led.stream().filter(one -> one.id().equals(rep)).findFirst();
    boolean own = led.isEmpty() && rep.equals(draft.in().session().rep());
    Listed list = draft.in().list();
    if (!own && other.isEmpty()) {
      draft.say("access.denied", Map.of());
    } else if (list == null || list.customers().size() > MOST) {
      draft.say("import.gone", Map.of());
    } else {
      take(list, rep, other);
    }
    return true;
  }

  private void take(Listed list, String rep, Optional<Person> other) {
    CustomerIntake intake = intake(rep);
    List<Row> good = rows(list, rep).stream().filter(Row::isGood).toList();
    if (good.isEmpty()) {
      draft.say("import.taken", Map.of());
      return;
    }
    Instant now = draft.in().now();
    boolean certain = other.isPresent();
    List<Distributor> existing = new ArrayList<>();
    for (Row row : good) {
      DistributorChange change = intake.change(row.customer(), draft.turn(), now, false);
      draft.begin(change.distributor(), rep);
      draft.set(change.distributor(), change.set(), List.of());
      if (row.customer().existing()) {
        existing.add(Objects.requireNonNull(draft.find(change.distributor())));
      }
    }
    String n = String.valueOf(good.size());
    String left = String.valueOf(list.customers().size() - good.size());
    other.ifPresent(person -> tell(person, n));
    draft.say(
        "import.done",
        Map.of("n", n, "left", left, "name", other.map(Person::name).orElse("")),
        new RemarkView(draft).undo());
    if (certain) {
      new ImportedCustomers(draft).exist(existing);
    } else if (!existing.isEmpty()) {
      confirm(existing);
    }
  }

  /** That they buy already spares asking others about them: the superior confirms it. */
  private void confirm(List<Distributor> customers) {
    Phrases phrases = new Phrases(draft.content(), draft.language());
    List<String> titles = customers.stream().limit(SHOWN).map(phrases::title).toList();
    String comma = draft.text("list.comma", Map.of());
    String names = String.join(comma, titles) + (customers.size() > SHOWN ? "…" : "");
    Map<String, String> values = Map.of("n", String.valueOf(customers.size()), "names", names);
    String ids = customers.stream().map(Distributor::id).collect(Collectors.joining(" "));
    new ApprovalFlow(draft)
        .ask(ImportedCustomers.SORT, ids, draft.text("import.text", values))
        .ifPresent(asked -> draft.say("import.asked", values));
  }

  /** Ids of the ledgers that tell who works the regions of those on a list. */
  static List<String> ledgers(@Nullable Listed list) {
    if (list == null) {
      return List.of();
    }
    Stream<String> regions =
        list.customers().stream()
            .flatMap(
                customer -> Optional.ofNullable(customer.found().get("wantedRegions")).stream())
            .flatMap(found -> WantedRegions.of(found.value(), found.codes()).stream())
            .flatMap(region -> Territory.ledgers(region.code()).stream());
    return Stream.concat(Stream.of(TerritoryFlow.REGISTER), regions).distinct().toList();
  }

  /** Rows whose region is somebody else's: they are taken, the region is not. */
  private List<String> clashes(List<Row> rows, String rep) {
    List<String> lines = new ArrayList<>();
    for (Row row : rows) {
      if (row.isGood() && row.customer().existing()) {
        Distributor customer =
            Distributor.begun(intake(rep).id(row.customer()), rep, draft.in().now())
                .with(intake(rep).change(row.customer(), draft.turn(), draft.in().now(), false));
        List<Territory> taken = new ImportedCustomers(draft).clashes(customer);
        if (!taken.isEmpty()) {
          lines.add(
              draft.text(
                  "import.row.clash",
                  Map.of(
                      "line", String.valueOf(row.customer().line()),
                      "title", row.customer().title(),
                      "list", new TerritoryView(draft).lines(taken))));
        }
      }
    }
    return lines.subList(0, Math.min(SHOWN, lines.size()));
  }

  private void tell(Person rep, String n) {
    Person speaker = draft.in().snapshot().speaker();
    String name = speaker == null ? draft.in().session().rep() : speaker.name();
    Instant now = draft.in().now();
    draft.audit(VERB, rep.id());
    draft.put(
        Ledger.ofRep(rep.id()),
        new Notice(
            Ids.of(draft.turn() + VERB, 0),
            "import.given",
            Stream.of(new Notice.Word("name", name), new Notice.Word("n", n)).toList(),
            now,
            now));
  }
}
