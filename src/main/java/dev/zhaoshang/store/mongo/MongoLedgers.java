package dev.zhaoshang.store.mongo;

import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerChange;
import dev.zhaoshang.domain.LedgerEntry;
import dev.zhaoshang.store.Ledgers;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;

/**
 * Ledgers: <code>{_id, version, applied, entries, due}</code>. The earliest time at which an entry
 * is due is part of the document, so that one write changes both.
 */
final class MongoLedgers implements Ledgers {

  private static final String DUE = "due";

  /** So many ledgers are remembered, with the documents of their entries. */
  private static final int REMEMBERED = 2_000;

  private final Documents<Ledger> ledgers;
  private final Remembered<Ledger> latest;

  /**
   * @param alone whether all that is written is written here
   */
  MongoLedgers(MongoDatabase database, boolean alone) {
    MongoCollection<BsonDocument> collection = Reapplied.collection(database, "ledgers");
    this.ledgers =
        new Documents<>(collection, new Mapping<>(Ledger.class, "id", MongoLedgers::derived));
    this.latest = new Remembered<>(ledgers, Ledger::id, Ledger::version, REMEMBERED, alone);
    Indexes.unique(collection, DUE, "_id");
  }

  @Override
  public Ledger find(String id) {
    return latest.find(id).orElseGet(() -> Ledger.empty(id));
  }

  @Override
  public List<Ledger> findAll(Collection<String> ids) {
    return latest.findAll(ids);
  }

  @Override
  public void apply(LedgerChange change) {
    String id = change.ledger();
    latest.change(id, Optional.of(Ledger.empty(id)), before -> before.with(change));
  }

  /** Looks again at a ledger that was written as a document. */
  void reread(String id) {
    latest.reread(id);
  }

  @Override
  public List<Ledger> due(Instant until, int most) {
    return ledgers.list(lte(DUE, Date.from(until)), ascending(DUE, "_id"), most);
  }

  private static BsonDocument derived(Ledger ledger) {
    BsonDocument derived = new BsonDocument();
    ledger.entries().stream()
        .map(LedgerEntry::due)
        .filter(Objects::nonNull)
        .min(Instant::compareTo)
        .ifPresent(due -> derived.append(DUE, new BsonDateTime(due.toEpochMilli())));
    return derived;
  }
}
