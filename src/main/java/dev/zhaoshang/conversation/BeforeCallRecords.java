package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Contact;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Performance;
import dev.zhaoshang.domain.PriceSeen;
import dev.zhaoshang.domain.Receivable;
import dev.zhaoshang.domain.Remark;
import dev.zhaoshang.domain.Remark.Sort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Contacts, debts and what is still to be settled of a distributor, in a few lines. */
final class BeforeCallRecords {

  /** More than so many of a kind are only counted: it is read on a phone while it rings. */
  private static final int SHOWN = 3;

  /** Longer words are cut. */
  private static final int WORDS = 30;

  private final Draft draft;
  private final Distributor distributor;
  private final Ledger ledger;
  private final RemarkView view;

  BeforeCallRecords(Draft draft, Distributor distributor) {
    this.draft = draft;
    this.distributor = distributor;
    this.ledger = draft.ledger(Ledger.ofDistributor(distributor.id()));
    this.view = new RemarkView(draft);
  }

  /** Whom else to reach, and on WeChat. */
  Optional<String> contacts() {
    ContactView contacts = new ContactView(draft);
    List<String> all = new ArrayList<>();
    for (Contact one : ledger.all(Contact.class)) {
      String line =
          one.id().equals(Contact.MAIN)
              ? contacts.wechat(one, distributor.text("mobile").orElse(""))
              : contacts.line(distributor, one);
      if (!line.isEmpty()) {
        all.add(line);
      }
    }
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(draft.text("before.contacts", Map.of("list", shown(all))));
  }

  /** What was bought in the last month that was told of, against its target, and where it went. */
  Optional<String> sales() {
    PerformanceView performance = new PerformanceView(draft);
    return ledger.all(Performance.class).stream()
        .max(Comparator.comparing(Performance::month))
        .map(
            one ->
                draft.text(
                    "before.sales",
                    Map.of(
                        "month", one.month(),
                        "target", performance.plain(one.target()),
                        "result", performance.plain(one.result()),
                        "share", performance.share(one),
                        "flow", performance.flow(one))));
  }

  /** What is owed, each with its day. */
  Optional<String> debts() {
    ReceivableView debts = new ReceivableView(draft);
    List<Receivable> open = owed(debts);
    if (open.isEmpty()) {
      return Optional.empty();
    }
    long all = open.stream().mapToLong(Receivable::left).sum();
    List<String> lines = open.stream().map(one -> debt(one, debts.until(one))).toList();
    return Optional.of(
        draft.text("before.debts", Map.of("yuan", PriceSeen.yuan(all), "list", shown(lines))));
  }

  private List<Receivable> owed(ReceivableView debts) {
    return debts.open().stream().filter(one -> distributor.id().equals(one.distributor())).toList();
  }

  private String debt(Receivable one, @Nullable Instant until) {
    boolean late = until != null && until.isBefore(draft.in().now());
    String id = until == null ? "undated" : late ? "late" : "due";
    String when = until == null ? "" : view.day(until);
    return draft.text(
        "before.debt." + id, Map.of("yuan", PriceSeen.yuan(one.left()), "when", when));
  }

  /** Complaints first, then services and needs, each kind in a line. */
  List<String> open() {
    return Stream.of(Sort.COMPLAINT, Sort.SERVICE, Sort.NEED)
        .flatMap(sort -> open(sort).stream())
        .toList();
  }

  private Optional<String> open(Sort sort) {
    List<String> all =
        ledger.all(Remark.class).stream()
            .filter(one -> one.sort() == sort && one.isOpen())
            .sorted(Comparator.comparing(Remark::at))
            .map(this::words)
            .toList();
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(draft.text("before.open." + sort.id(), Map.of("list", shown(all))));
  }

  private String words(Remark one) {
    String words = one.remedy().isEmpty() ? one.words() : one.remedy();
    int end = words.offsetByCodePoints(0, Math.min(WORDS, words.codePointCount(0, words.length())));
    String cut = end < words.length() ? words.substring(0, end) + "\u2026" : words;
    Instant until = one.until();
    return until == null
        ? cut
        : draft.text("before.until", Map.of("words", cut, "date", view.day(until)));
  }

  /** Ids of what reminds of these, which need not be said twice. */
  Set<String> reminders() {
    return Stream.concat(
            owed(new ReceivableView(draft)).stream().map(Receivable::followUp),
            ledger.all(Remark.class).stream()
                .filter(Remark::isOpen)
                .flatMap(one -> Optional.ofNullable(one.followUp()).stream()))
        .collect(Collectors.toSet());
  }

  private String shown(List<String> all) {
    String joined =
        all.stream()
            .limit(SHOWN)
            .collect(Collectors.joining(draft.text("list.semicolon", Map.of())));
    return all.size() > SHOWN
        ? joined + draft.text("before.more", Map.of("n", String.valueOf(all.size() - SHOWN)))
        : joined;
  }
}
