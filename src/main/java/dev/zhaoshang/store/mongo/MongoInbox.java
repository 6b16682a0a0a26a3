package dev.zhaoshang.store.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import dev.zhaoshang.domain.InboxEntry;
import dev.zhaoshang.domain.Update;
import dev.zhaoshang.store.Inbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.Document;

/**
 * The inbox: <code>{_id: "telegram:bot:1", rep, seq, receivedAt, body, appliedAt}</code>.
 *
 * <p>A new update costs one insert. Its place is a guess, one after the last that this instance
 * saw; the unique key (rep, seq) refuses it when another instance was faster, and the next place is
 * tried. A guess is never ahead of the truth, so places have no gap.
 */
final class MongoInbox implements Inbox {

  /**
   * How long a seen place is trusted; much shorter than entries are kept, because a place whose
   * entry has expired looks free.
   */
  private static final Duration TRUST = Duration.ofHours(6);

  /** So long; what waits longer is read as it is stored then: it may have been erased. */
  private static final Duration SOON = Duration.ofSeconds(2);

  /** So many entries wait in memory for their turns; of more, the rest is read from the store. */
  private static final int WAITING = 1_000;

  private final Documents<InboxEntry> entries;
  private final Documents<InboxEntry> marks;
  private final ToLongFunction<String> lastHandled;
  private final Map<String, Seen> heads = new ConcurrentHashMap<>();

  /** What was accepted here and, as a rule, is read by the turn that follows; it never changes. */
  private final Cache<Place, InboxEntry> accepted =
      Caffeine.newBuilder().maximumSize(WAITING).expireAfterWrite(SOON).build();

  /**
   * @param keepApplied how long an entry is kept after its turn was applied
   * @param lastHandled the last place of a rep that was handled, from the rep's session
   */
  MongoInbox(MongoDatabase database, Duration keepApplied, ToLongFunction<String> lastHandled) {
    MongoCollection<BsonDocument> collection = database.getCollection("inbox", BsonDocument.class);
    this.entries = new Documents<>(collection, InboxEntry.class, "id");
    this.marks = new Documents<>(Reapplied.collection(database, "inbox"), InboxEntry.class, "id");
    this.lastHandled = lastHandled;
    // at, and the uniqueness on which accept rests
    Indexes.unique(collection, "rep", "seq");
    // earliestOpen: those without the field come first
    Indexes.unique(collection, "appliedAt", "_id");
    Indexes.expiring(collection, "appliedAt", keepApplied);
  }

  @Override
  public Accepted accept(Update update, Instant receivedAt) {
    String rep = update.rep();
    long last = head(rep, receivedAt);
    while (true) {
      InboxEntry entry = new InboxEntry(update.id(), rep, last + 1, receivedAt, update);
      if (entries.insert(entry)) {
        saw(rep, last + 1, receivedAt);
        accepted.put(new Place(rep, last + 1), entry);
        return new Accepted(entry, true);
      }
      Optional<InboxEntry> earlier = entries.find(update.id());
      if (earlier.isPresent()) {
        return new Accepted(earlier.get(), false);
      }
      last = headFrom(rep, last + 1);
      saw(rep, last, receivedAt);
    }
  }

  @Override
  public Optional<InboxEntry> at(String rep, long seq) {
    InboxEntry here = accepted.asMap().remove(new Place(rep, seq));
    return here == null
        ? entries.find(new Document("rep", rep).append("seq", seq))
        : Optional.of(here);
  }

  @Override
  public void markApplied(Collection<String> ids, Instant at) {
    marks.update(in("_id", ids), set("appliedAt", at));
  }

  @Override
  public void markApplied(String rep, long from, long to, Instant at) {
    marks.update(
        new Document("rep", rep)
            .append("seq", new Document("$gte", from).append("$lte", to))
            .append("appliedAt", null),
        set("appliedAt", at));
  }

  @Override
  public Map<String, Long> earliestOpen() {
    return entries.listFields(eq("appliedAt", null), ascending("_id"), "rep", "seq").stream()
        .collect(
            Collectors.toMap(
                entry -> entry.getString("rep").getValue(),
                entry -> entry.getNumber("seq").longValue(),
                Math::min));
  }

  private long head(String rep, Instant now) {
    Seen seen = heads.get(rep);
    return seen != null && now.isBefore(seen.at().plus(TRUST))
        ? seen.seq()
        : headFrom(rep, lastHandled.applyAsLong(rep));
  }

  /** The last taken place, when {@code taken} is; doubles its steps, then halves them. */
  private long headFrom(String rep, long taken) {
    long step = 1;
    while (isTaken(rep, taken + step)) {
      taken += step;
      step *= 2;
    }
    for (step /= 2; step > 0; step /= 2) {
      if (isTaken(rep, taken + step)) {
        taken += step;
      }
    }
    return taken;
  }

  private boolean isTaken(String rep, long seq) {
    return entries.find(new Document("rep", rep).append("seq", seq)).isPresent();
  }

  private void saw(String rep, long seq, Instant at) {
    heads.merge(rep, new Seen(seq, at), (a, b) -> a.seq() > b.seq() ? a : b);
  }

  /** A place in a rep's order. */
  private record Place(String rep, long seq) {}

  /**
   * A place that was seen to be taken.
   *
   * @param seq the place
   * @param at when it was seen
   */
  private record Seen(long seq, Instant at) {}
}
