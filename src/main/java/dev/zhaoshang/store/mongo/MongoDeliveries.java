package dev.zhaoshang.store.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import dev.zhaoshang.domain.OutboxEntry;
import dev.zhaoshang.store.Deliveries;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Replies on their way: <code>{_id: "turn#n", rep, channel, seq, n, reply, tries, …}</code>, and
 * what they have used of limits that instances share: <code>{_id: key, until}</code>.
 */
final class MongoDeliveries implements Deliveries {

  private static final String SENT_AT = "sentAt";
  private static final String FAILURE = "failure";
  private static final String SENDING_SINCE = "sendingSince";
  private static final String TRIES = "tries";

  private static final String UNTIL = "until";

  /**
   * A limit that nothing was sent under for so long is as one under which nothing was ever sent.
   */
  private static final Duration FORGOTTEN = Duration.ofHours(1);

  private final Documents<OutboxEntry> entries;
  private final MongoCollection<BsonDocument> limits;

  MongoDeliveries(MongoDatabase database) {
    MongoCollection<BsonDocument> collection = Reapplied.collection(database, "outbox");
    this.entries = new Documents<>(collection, OutboxEntry.class, "id");
    // after, lastBefore
    Indexes.unique(collection, "rep", "channel", "seq", "n", "_id");
    // waiting
    Indexes.unique(collection, "channel", SENT_AT, FAILURE, "_id");
    this.limits = database.getCollection("limits", BsonDocument.class);
    Indexes.expiring(limits, UNTIL, FORGOTTEN);
  }

  @Override
  public void add(List<OutboxEntry> added) {
    entries.insertMissing(added);
  }

  @Override
  public Optional<OutboxEntry> find(String id) {
    return entries.find(id);
  }

  @Override
  public void update(OutboxEntry entry) {
    entries.update(
        eq("_id", entry.id()),
        combine(
            set(TRIES, entry.tries()),
            setOrUnset(SENDING_SINCE, entry.sendingSince()),
            setOrUnset(SENT_AT, entry.sentAt()),
            setOrUnset(FAILURE, entry.failure())));
  }

  private static Bson setOrUnset(String field, @Nullable Object value) {
    return value == null ? unset(field) : set(field, value);
  }

  @Override
  public boolean claim(String id, int tries, Instant sendingSince) {
    Bson unclaimed =
        new Document("_id", id).append(TRIES, tries).append(SENT_AT, null).append(FAILURE, null);
    return entries.update(
            unclaimed, combine(set(TRIES, tries + 1), set(SENDING_SINCE, sendingSince)))
        == 1;
  }

  @Override
  public List<OutboxEntry> waiting(String channel, int limit) {
    return entries.list(
        new Document("channel", channel).append(SENT_AT, null).append(FAILURE, null),
        ascending("notBefore", "seq", "n"),
        limit);
  }

  @Override
  public List<OutboxEntry> after(String rep, String channel, long seq, int limit) {
    return entries.list(
        new Document("rep", rep).append("channel", channel).append("seq", new Document("$gt", seq)),
        ascending("seq", "n", "_id"),
        limit);
  }

  /** With a lower bound, from which the embedded store reads its index on. */
  @Override
  public Optional<OutboxEntry> lastBefore(OutboxEntry entry) {
    Document seq = new Document("$gt", entry.seq() - 1 - TURNS_BACK).append("$lt", entry.seq());
    return entries
        .list(
            new Document("rep", entry.rep())
                .append("channel", entry.channel())
                .append("seq", seq)
                .append("chat", entry.chat()),
            descending("seq", "n", "_id"),
            1)
        .stream()
        .findFirst();
  }

  @Override
  public Instant usedUpUntil(String key) {
    BsonDocument used = Outage.guard(() -> limits.find(eq("_id", key)).first());
    return used == null ? Instant.EPOCH : Instant.ofEpochMilli(used.getDateTime(UNTIL).getValue());
  }

  @Override
  public boolean useUp(String key, Instant known, Instant until) {
    if (known.equals(Instant.EPOCH)) {
      BsonDocument first =
          new BsonDocument("_id", new BsonString(key))
              .append(UNTIL, new BsonDateTime(until.toEpochMilli()));
      return Outage.unlessDuplicate(() -> limits.insertOne(first));
    }
    Document before = new Document("_id", key).append(UNTIL, known);
    return Outage.guard(() -> limits.updateOne(before, set(UNTIL, until)).getMatchedCount() == 1);
  }

  @Override
  public void markSent(List<String> ids, Instant at) {
    entries.update(in("_id", ids), set(SENT_AT, at));
  }
}
