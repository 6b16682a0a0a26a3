package dev.zhaoshang.store.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import dev.zhaoshang.domain.Session;
import dev.zhaoshang.store.Deliveries;
import dev.zhaoshang.store.Distributors;
import dev.zhaoshang.store.Inbox;
import dev.zhaoshang.store.Ledgers;
import dev.zhaoshang.store.People;
import dev.zhaoshang.store.Retention;
import dev.zhaoshang.store.Sessions;
import dev.zhaoshang.store.StoreUnavailableException;
import dev.zhaoshang.store.Traces;
import dev.zhaoshang.store.Turns;
import dev.zhaoshang.store.embedded.EmbeddedServer;
import dev.zhaoshang.store.embedded.UnusableStoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.jspecify.annotations.Nullable;

/** The store: all ports on one database, of a server that is given or of the embedded one. */
public final class MongoStore implements AutoCloseable {

  private static final String DATABASE = "zhaoshang";

  /** How long an operation looks for a server that can take it. */
  private static final int PATIENCE_SECONDS = 5;

  private static final int ANSWER_SECONDS = 10;

  private final @Nullable EmbeddedServer embedded;
  private final MongoClient client;
  private final MongoDatabase database;
  private final Inbox inbox;
  private final Sessions sessions;
  private final Turns turns;
  private final Distributors distributors;
  private final Ledgers ledgers;
  private final Deliveries deliveries;
  private final People people;
  private final Traces traces;
  private final Retention retention;

  private MongoStore(
      @Nullable EmbeddedServer embedded,
      MongoClient client,
      MongoDatabase database,
      Duration keepApplied) {
    this.embedded = embedded;
    this.client = client;
    this.database = database;
    MongoSessions mongoSessions = new MongoSessions(database);
    this.sessions = mongoSessions;
    this.inbox =
        new MongoInbox(
            database,
            keepApplied,
            rep -> mongoSessions.find(rep).map(Session::inboxSeq).orElse(0L));
    this.turns = new MongoTurns(database);
    boolean alone = embedded != null;
    this.distributors = new MongoDistributors(database, alone);
    MongoLedgers mongoLedgers = new MongoLedgers(database, alone);
    this.ledgers = mongoLedgers;
    this.deliveries = new MongoDeliveries(database);
    this.people = new MongoPeople(database, alone);
    this.traces = new MongoTraces(database, mongoLedgers::reread);
    this.retention = new MongoRetention(database);
  }

  /**
   * Opens the store and creates what it lacks.
   *
   * @param uri of a MongoDB server, with the database's name (else it is {@code zhaoshang}); null
   *     for the embedded one
   * @param dataDir where the embedded one keeps its file
   * @param keepApplied how long an inbox entry is kept after its turn was applied; at least a day,
   *     because a channel may deliver an update again
   * @throws StoreUnavailableException when the server does not answer within some ten seconds
   * @throws UnusableStoreException when the embedded store cannot be used
   * @throws IllegalStateException when a backup was brought in by half only
   */
  public static MongoStore open(@Nullable String uri, Path dataDir, Duration keepApplied) {
    return open(uri, dataDir, keepApplied, failure -> {});
  }

  /**
   * The same.
   *
   * @param whenDiskFails is told once, when the embedded store cannot write any more; must return
   *     at once
   */
  public static MongoStore open(
      @Nullable String uri,
      Path dataDir,
      Duration keepApplied,
      Consumer<UnusableStoreException> whenDiskFails) {
    MongoStore store =
        uri == null
            ? connect(EmbeddedServer.open(dataDir, whenDiskFails), keepApplied)
            : connect(null, uri, keepApplied);
    try {
      store.requireWhole();
      return store;
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /**
   * The store on a client of the caller's, such as one that is listened to; it is closed with the
   * store.
   */
  public static MongoStore over(MongoClient client, Duration keepApplied) {
    return new MongoStore(null, client, client.getDatabase(DATABASE), keepApplied);
  }

  /** Opens the store to bring a backup into it. */
  static MongoStore openEmpty(@Nullable String uri, Path dataDir, Duration keepApplied) {
    return uri == null
        ? connect(EmbeddedServer.openForBackup(dataDir), keepApplied)
        : connect(null, uri, keepApplied);
  }

  private static MongoStore connect(EmbeddedServer server, Duration keepApplied) {
    try {
      return connect(server, server.uri(), keepApplied);
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private void requireWhole() {
    MongoCollection<BsonDocument> marks =
        database.getCollection(Restore.UNDER_WAY, BsonDocument.class);
    if (Outage.guard(() -> marks.find().first()) != null) {
      throw new IllegalStateException(
          "A backup was being restored and that was broken off, so the data is not whole. Empty"
              + " the data directory or the database, and restore the backup again.");
    }
  }

  private static MongoStore connect(
      @Nullable EmbeddedServer embedded, String uri, Duration keepApplied) {
    MongoClient client = client(uri);
    try {
      return new MongoStore(embedded, client, database(client, uri), keepApplied);
    } catch (StoreUnavailableException e) {
      client.close();
      throw new StoreUnavailableException(
          "No MongoDB server answers at "
              + String.join(", ", new ConnectionString(uri).getHosts())
              + ". Start it, correct MONGODB_URI, or leave MONGODB_URI empty for the embedded"
              + " store.",
          e);
    } catch (RuntimeException e) {
      client.close();
      throw e;
    }
  }

  /** What speaks to the server of a connection string. */
  static MongoClient client(String uri) {
    return MongoClients.create(settings(new ConnectionString(uri)));
  }

  /** The database that the connection string names. */
  static MongoDatabase database(MongoClient client, String uri) {
    String name = new ConnectionString(uri).getDatabase();
    return client.getDatabase(Optional.ofNullable(name).orElse(DATABASE));
  }

  /** The database that this store is on. */
  MongoDatabase database() {
    return database;
  }

  private static MongoClientSettings settings(ConnectionString connection) {
    return MongoClientSettings.builder()
        .codecRegistry(Codecs.REGISTRY)
        .writeConcern(WriteConcern.MAJORITY.withJournal(true))
        .applyToClusterSettings(
            cluster -> cluster.serverSelectionTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS))
        .applyToSocketSettings(
            socket ->
                socket
                    .connectTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .readTimeout(ANSWER_SECONDS, TimeUnit.SECONDS))
        .applyToConnectionPoolSettings(pool -> pool.maxSize(EmbeddedServer.CONNECTIONS - 2))
        // what the string asks for goes before what is set above
        .applyConnectionString(connection)
        .build();
  }

  /**
   * Asks the server whether it is there.
   *
   * @throws StoreUnavailableException when it is not
   */
  public void ping() {
    Outage.guard(() -> database.runCommand(new BsonDocument("ping", new BsonInt32(1))));
  }

  /** What channels received. */
  public Inbox inbox() {
    return inbox;
  }

  /** Where reps are. */
  public Sessions sessions() {
    return sessions;
  }

  /** What was said. */
  public Turns turns() {
    return turns;
  }

  /** Who was met. */
  public Distributors distributors() {
    return distributors;
  }

  /** What is on record beside the facts. */
  public Ledgers ledgers() {
    return ledgers;
  }

  /** What is to be sent. */
  public Deliveries deliveries() {
    return deliveries;
  }

  /** Who works here. */
  public People people() {
    return people;
  }

  /** What is kept of distributors elsewhere. */
  public Traces traces() {
    return traces;
  }

  /** What is kept for a time only. */
  public Retention retention() {
    return retention;
  }

  @Override
  public void close() {
    client.close();
    if (embedded != null) {
      embedded.close();
    }
  }
}
