package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Content;
import dev.zhaoshang.content.Form;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.DistributorChange;
import dev.zhaoshang.domain.Fact;
import dev.zhaoshang.domain.Language;
import dev.zhaoshang.domain.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Records as committed: a turn whose changes are not applied yet is taken into account. */
public final class StoredRecords implements Records {

  private final Shelves shelves;
  private final Supplier<Content> content;

  /** Reads a store; labels are those of the content at each call. */
  public StoredRecords(Shelves shelves, Supplier<Content> content) {
    this.shelves = shelves;
    this.content = content;
  }

  @Override
  public List<Distributor> of(String rep) {
    Optional<Session> session = shelves.sessions().find(rep);
    List<String> ids = new ArrayList<>();
    shelves.distributors().ofOwner(rep).forEach(card -> ids.add(card.id()));
    pending(session).stream()
        .filter(change -> change.owner().equals(rep))
        .map(DistributorChange::distributor)
        .filter(id -> !ids.contains(id))
        .forEach(ids::add);
    return ids.stream()
        .flatMap(id -> find(id, session).stream())
        .filter(distributor -> distributor.mergedInto() == null && !distributor.fields().isEmpty())
        .toList();
  }

  @Override
  public Optional<RecordView> current(String rep, Language language) {
    Optional<Session> session = shelves.sessions().find(rep);
    return session
        .map(Session::distributor)
        .flatMap(id -> find(id, session))
        .map(distributor -> view(distributor, language));
  }

  private Optional<Distributor> find(String id, Optional<Session> session) {
    Optional<Distributor> found = shelves.distributors().find(id);
    for (DistributorChange change : pending(session)) {
      if (change.distributor().equals(id)) {
        Distributor before =
            found.orElseGet(() -> Distributor.begun(id, change.owner(), change.at()));
        found = Optional.of(before.with(change));
      }
    }
    return found;
  }

  private static List<DistributorChange> pending(Optional<Session> session) {
    return session.map(Session::pending).map(Session.Outcome::changes).orElse(List.of());
  }

  private RecordView view(Distributor distributor, Language language) {
    Content now = content.get();
    Phrases phrases = new Phrases(now, language);
    List<Form.Aspect> open = Question.openAspects(now.intake(), distributor);
    List<RecordView.AspectView> aspects = new ArrayList<>();
    for (Form.Aspect aspect : now.intake().aspects()) {
      List<RecordView.Line> lines =
          aspect.fields().stream()
              .filter(
                  field ->
                      Question.applies(field, distributor)
                          || distributor.fact(field.id()).isPresent())
              .map(
                  field ->
                      new RecordView.Line(
                          field.id(),
                          field.label().in(language),
                          phrases.fact(distributor, field),
                          distributor.fact(field.id()).map(Fact::state).orElse(null)))
              .toList();
      aspects.add(
          new RecordView.AspectView(
              aspect.id(), aspect.title().in(language), !open.contains(aspect), lines));
    }
    return new RecordView(
        distributor.id(), Objects.requireNonNull(phrases.title(distributor)), aspects);
  }
}
