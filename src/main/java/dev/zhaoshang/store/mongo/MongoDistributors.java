package dev.zhaoshang.store.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.DistributorChange;
import dev.zhaoshang.domain.Stage;
import dev.zhaoshang.domain.Value;
import dev.zhaoshang.store.Distributors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.Document;

/**
 * Distributors: <code>{_id, version, owner, fields, history, card, keys}</code>. The index card and
 * the look-up keys are part of the document itself: one write changes all, and there is nothing to
 * repair after a crash.
 */
final class MongoDistributors implements Distributors {

  private static final String CARD = "card";
  private static final String KEYS = "keys";
  private static final String OWNER = "owner";
  private static final String MERGED = "mergedInto";

  private static final Mapping<Card> CARDS =
      new Mapping<>(Card.class, "id", card -> new BsonDocument());

  /** So many distributors are remembered, with the documents of their facts. */
  private static final int REMEMBERED = 600;

  private final Documents<Distributor> distributors;

  private final Remembered<Distributor> latest;

  /**
   * @param alone whether all that is written is written here
   */
  MongoDistributors(MongoDatabase database, boolean alone) {
    MongoCollection<BsonDocument> collection = Reapplied.collection(database, "distributors");
    this.distributors =
        new Documents<>(
            collection, new Mapping<>(Distributor.class, "id", MongoDistributors::derived));
    this.latest =
        new Remembered<>(distributors, Distributor::id, Distributor::version, REMEMBERED, alone);
    // ofOwner
    Indexes.unique(collection, OWNER, MERGED, "_id");
    // matching; an entry for each key of a distributor
    Indexes.unique(collection, KEYS, "_id");
  }

  @Override
  public Optional<Distributor> find(String id) {
    return latest.find(id);
  }

  @Override
  public void apply(DistributorChange change) {
    String id = change.distributor();
    Distributor begun = Distributor.begun(id, change.owner(), change.at());
    latest.change(id, Optional.of(begun), before -> before.with(change));
  }

  @Override
  public void give(String id, String rep) {
    latest.change(id, Optional.empty(), before -> before.ownedBy(rep));
  }

  @Override
  public void erase(String id) {
    latest.change(id, Optional.empty(), Distributor::erased);
  }

  @Override
  public List<Card> ofOwner(String rep) {
    return distributors
        .listFields(
            new Document(OWNER, rep).append(MERGED, null), ascending("createdAt", "_id"), CARD)
        .stream()
        .map(
            document -> CARDS.domain(latest(document.getDocument(CARD), document.getString("_id"))))
        .toList();
  }

  /** A card with all that newer versions have put on it. */
  private static BsonDocument latest(BsonDocument card, BsonString id) {
    card.putIfAbsent("stage", new BsonString(Stage.LEAD.id()));
    card.putIfAbsent("archived", BsonBoolean.FALSE);
    return card.append("_id", id);
  }

  @Override
  public List<Match> matching(String key) {
    return distributors.listFields(eq(KEYS, key), ascending("_id"), OWNER).stream()
        .map(
            document ->
                new Match(
                    document.getString("_id").getValue(), document.getString(OWNER).getValue()))
        .toList();
  }

  /** A merged distributor has no keys: it is not to be found any more. */
  private static BsonDocument derived(Distributor distributor) {
    BsonDocument card = new BsonDocument();
    card.putAll(CARDS.document(card(distributor)));
    card.remove("_id");
    BsonDocument derived = new BsonDocument(CARD, card);
    BsonArray keys = new BsonArray();
    distributor
        .text("mobile")
        .map(Distributors::mobileKey)
        .map(BsonString::new)
        .ifPresent(keys::add);
    distributor
        .text("company")
        .map(Distributors::companyKey)
        .map(BsonString::new)
        .ifPresent(keys::add);
    if (distributor.mergedInto() == null && !keys.isEmpty()) {
      derived.append(KEYS, keys);
    }
    return derived;
  }

  private static Card card(Distributor distributor) {
    List<String> products = new ArrayList<>(texts(distributor, "targetProduct"));
    products.addAll(texts(distributor, "mainProducts"));
    return new Card(
        distributor.id(),
        distributor.text("name").orElse(""),
        distributor.text("company").orElse(""),
        distributor.text("mobile").orElse(""),
        texts(distributor, "wantedRegions"),
        products,
        Stage.of(distributor).id(),
        texts(distributor, "archived").contains("true"));
  }

  private static List<String> texts(Distributor distributor, String field) {
    return distributor.fact(field).stream()
        .flatMap(fact -> Stream.ofNullable(fact.value()))
        .flatMap(
            value ->
                value instanceof Value.Items items
                    ? items.raw().stream()
                    : Stream.of(value.raw().toString()))
        .toList();
  }
}
