package dev.zhaoshang.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import dev.zhaoshang.store.StoreUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Inserts of several threads, on a server that answers the first of them late. */
@Timeout(30)
class GroupedInsertsTest {

  private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();

  /** A list cannot be an id. */
  private static final BsonDocument REFUSED = new BsonDocument("_id", new BsonArray());

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch answers = new CountDownLatch(1);

  /** How many documents each command had. */
  private final Queue<Integer> commands = new ConcurrentLinkedQueue<>();

  private final MongoServer server = new MongoServer(H2Backend.inMemory());
  private final MongoClient client = MongoClients.create(settings());
  private final GroupedInserts inserts = new GroupedInserts(collection());
  private final List<Thread> threads = new ArrayList<>();

  private MongoClientSettings settings() {
    server.bind();
    return MongoClientSettings.builder()
        .applyConnectionString(new ConnectionString(server.getConnectionString()))
        .applyToClusterSettings(
            cluster -> cluster.serverSelectionTimeout(200, TimeUnit.MILLISECONDS))
        .addCommandListener(new FirstAnsweredLate())
        .build();
  }

  private MongoCollection<RawBsonDocument> collection() {
    return client.getDatabase("test").getCollection("things", RawBsonDocument.class);
  }

  private final class FirstAnsweredLate implements CommandListener {

    @Override
    public void commandStarted(CommandStartedEvent event) {
      if (!event.getCommandName().equals("insert")) {
        return;
      }
      commands.add(event.getCommand().getArray("documents").size());
      asked.countDown();
      try {
        answers.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @AfterEach
  void close() {
    client.close();
    server.shutdownNow();
  }

  @Test
  void what_comes_while_one_is_under_way_goes_in_one_command_and_each_hears_of_its_own()
      throws Exception {
    FutureTask<Boolean> first = firstUnderWay();
    FutureTask<Boolean> two = insert("b", "c");
    FutureTask<Boolean> taken = insert("a");
    FutureTask<Boolean> one = insert("d");
    awaitWaiting();
    answers.countDown();
    assertThat(first.get()).isTrue();
    assertThat(taken.get()).isFalse();
    assertThat(two.get()).isTrue();
    assertThat(one.get()).isTrue();
    assertThat(commands).containsExactly(1, 4);
    assertThat(collection().countDocuments()).isEqualTo(4);
  }

  @Test
  void of_several_documents_those_whose_id_is_taken_are_left_out() throws Exception {
    answers.countDown();
    assertThat(insert("a").get()).isTrue();
    assertThat(insert("a", "b").get()).isFalse();
    assertThat(collection().countDocuments()).isEqualTo(2);
  }

  @Test
  void what_the_server_refuses_of_one_is_nobody_elses_trouble() throws Exception {
    FutureTask<Boolean> first = firstUnderWay();
    FutureTask<Boolean> good = insert("b");
    FutureTask<Boolean> bad = start(List.of(new RawBsonDocument(REFUSED, CODEC)));
    FutureTask<Boolean> another = insert("c");
    awaitWaiting();
    answers.countDown();
    assertThat(first.get()).isTrue();
    good.get();
    another.get();
    assertThatThrownBy(bad::get).hasCauseInstanceOf(MongoException.class);
    assertThat(collection().countDocuments()).isEqualTo(3);
  }

  @Test
  void all_of_a_command_hear_that_the_server_is_away() throws Exception {
    FutureTask<Boolean> first = firstUnderWay();
    FutureTask<Boolean> second = insert("b");
    FutureTask<Boolean> third = insert("c");
    awaitWaiting();
    server.shutdownNow();
    answers.countDown();
    for (FutureTask<Boolean> each : List.of(first, second, third)) {
      assertThatThrownBy(each::get).hasCauseInstanceOf(StoreUnavailableException.class);
    }
  }

  /** The server has it and does not answer yet. */
  private FutureTask<Boolean> firstUnderWay() throws InterruptedException {
    FutureTask<Boolean> first = insert("a");
    asked.await();
    return first;
  }

  private FutureTask<Boolean> insert(String... ids) {
    List<RawBsonDocument> documents = new ArrayList<>();
    for (String id : ids) {
      BsonDocument document = new BsonDocument("_id", new BsonString(id));
      documents.add(new RawBsonDocument(document, CODEC));
    }
    return start(documents);
  }

  private FutureTask<Boolean> start(List<RawBsonDocument> documents) {
    FutureTask<Boolean> insert = new FutureTask<>(() -> inserts.insert(documents));
    Thread thread = new Thread(insert);
    threads.add(thread);
    thread.start();
    return insert;
  }

  /** Until all that were begun wait: for the server, for their turn, or for who writes for them. */
  private void awaitWaiting() {
    while (!threads.stream().allMatch(one -> one.getState() == Thread.State.WAITING)) {
      Thread.onSpinWait();
    }
  }
}
