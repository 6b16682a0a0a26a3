package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Checklist;
import dev.zhaoshang.content.Form;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.FollowUp;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerEntry;
import dev.zhaoshang.domain.Paper;
import dev.zhaoshang.domain.Paper.Part;
import dev.zhaoshang.domain.PriceSeen;
import dev.zhaoshang.domain.Receivable;
import dev.zhaoshang.domain.Remark;
import dev.zhaoshang.domain.Stage;
import dev.zhaoshang.domain.Tick;
import dev.zhaoshang.domain.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Puts together what is on record of a visit. */
final class VisitPaper {

  private final Draft draft;
  private final Distributor distributor;
  private final Visit visit;
  private final Ledger ledger;
  private final Phrases phrases;
  private final Dates dates;

  VisitPaper(Draft draft, Distributor distributor, Visit visit) {
    this.draft = draft;
    this.distributor = distributor;
    this.visit = visit;
    this.ledger = draft.ledger(Ledger.ofDistributor(distributor.id()));
    this.phrases = new Phrases(draft.content(), draft.language());
    this.dates = new Dates(draft, draft.rhythm().zone());
  }

  /** The record card: what was told after the visit and during it. */
  Paper card(Form form) {
    List<Part> parts = new ArrayList<>();
    parts.add(head());
    add(parts, "paper.outcome", told(form));
    VisitFlow.lists(visit.sort()).stream()
        .flatMap(id -> draft.content().checklist(id).stream())
        .forEach(list -> add(parts, list));
    add(parts, "paper.remarks", remarks());
    add(parts, "paper.todo", todo());
    return new Paper(title("paper.card"), parts);
  }

  /** The report: goals, problems and solutions, with the prices and the news of the day. */
  Paper report(Form form) {
    List<Part> parts = new ArrayList<>();
    parts.add(head());
    for (Form.Aspect aspect : form.aspects()) {
      List<String> lines =
          aspect.fields().stream()
              .map(field -> phrases.fact(visit, field))
              .filter(text -> !text.isEmpty())
              .toList();
      if (!lines.isEmpty()) {
        parts.add(new Part(aspect.title().in(draft.language()), lines));
      }
    }
    add(parts, "paper.remarks", remarks());
    add(parts, "paper.todo", todo());
    return new Paper(title("paper.report"), parts);
  }

  private String title(String id) {
    return draft.text(
        id, Map.of("title", phrases.title(distributor), "date", visit.date().toString()));
  }

  private Part head() {
    List<String> lines = new ArrayList<>();
    lines.add(
        draft.text(
            "paper.visit",
            Map.of(
                "date", dates.day(visit.date()),
                "sort", draft.text("paper.sort." + visit.sort().id(), Map.of()))));
    lines.add(
        draft.text(
            "paper.stage",
            Map.of("stage", draft.text("stage." + Stage.of(distributor).id(), Map.of()))));
    Stream.of("mobile", "address", "wantedRegions", "targetProduct")
        .flatMap(id -> draft.content().intake().field(id).stream())
        .filter(field -> !phrases.fact(distributor, field).isEmpty())
        .map(field -> line(field.label().in(draft.language()), phrases.fact(distributor, field)))
        .forEach(lines::add);
    return new Part(draft.text("paper.head", Map.of()), lines);
  }

  private List<String> told(Form form) {
    return form.aspects().stream()
        .flatMap(aspect -> aspect.fields().stream())
        .filter(field -> !phrases.fact(visit, field).isEmpty())
        .map(field -> line(field.label().in(draft.language()), phrases.fact(visit, field)))
        .toList();
  }

  private void add(List<Part> parts, String heading, List<String> lines) {
    if (!lines.isEmpty()) {
      parts.add(new Part(draft.text(heading, Map.of()), lines));
    }
  }

  private void add(List<Part> parts, Checklist list) {
    ChecklistRun run = new ChecklistRun(list, ledger, VisitFlow.occasion(visit));
    List<String> lines =
        list.items().stream()
            .filter(run::done)
            .map(
                item -> {
                  String note = run.tick(item).map(Tick::note).orElse("");
                  String title = item.title().in(draft.language());
                  String photos = ChecklistView.photos(draft, run, item);
                  return (note.isEmpty() ? title : line(title, note)) + photos;
                })
            .toList();
    if (!lines.isEmpty()) {
      parts.add(new Part(list.title().in(draft.language()), lines));
    }
  }

  private String line(String label, String text) {
    return label + draft.text("list.colon", Map.of()) + text;
  }

  private List<String> remarks() {
    return ledger.entries().stream().flatMap(entry -> remark(entry).stream()).toList();
  }

  private List<String> remark(LedgerEntry entry) {
    if (entry instanceof PriceSeen price && isOfDay(price.at())) {
      return List.of(
          line(
              draft.text("paper.price", Map.of()),
              PriceComparison.what(draft, price) + " " + PriceSeen.yuan(price.fen())));
    }
    if (entry instanceof Receivable debt && debt.isOpen()) {
      return List.of(line(draft.text("paper.debt", Map.of()), PriceSeen.yuan(debt.fen())));
    }
    if (entry instanceof Remark remark && (isOfDay(remark.at()) || remark.isOpen())) {
      return List.of(line(draft.text("remark." + remark.sort().id(), Map.of()), remark.words()));
    }
    return List.of();
  }

  private boolean isOfDay(Instant at) {
    return draft.rhythm().date(at).equals(visit.date());
  }

  private List<String> todo() {
    FollowUpView view = new FollowUpView(draft);
    return draft.own().all(FollowUp.class).stream()
        .filter(one -> one.isOpen() && distributor.id().equals(one.distributor()))
        .map(one -> line(view.when(one), one.what()))
        .toList();
  }
}
