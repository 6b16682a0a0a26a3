package dev.zhaoshang;

import dev.zhaoshang.access.Access;
import dev.zhaoshang.access.Audit;
import dev.zhaoshang.access.Directory;
import dev.zhaoshang.access.Enrolment;
import dev.zhaoshang.access.Reachability;
import dev.zhaoshang.access.Reception;
import dev.zhaoshang.content.Messages;
import dev.zhaoshang.conversation.Shelves;
import dev.zhaoshang.domain.Language;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.store.embedded.UnusableStoreException;
import dev.zhaoshang.store.mongo.MongoStore;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The store, and who is in it. */
@Configuration(proxyBeanMethods = false)
class StoreWiring {

  private static final Logger LOG = LoggerFactory.getLogger(StoreWiring.class);

  @Bean
  MongoStore store(Settings settings, ConfigurableApplicationContext context) {
    String uri = settings.isEmbedded() ? null : settings.mongodbUri();
    MongoStore store =
        MongoStore.open(
            uri, settings.dataDir(), settings.keepInbox(), failure -> stop(context, failure));
    LOG.info(
        "Store: {}",
        settings.isEmbedded()
            ? "embedded, in " + settings.dataDir().toAbsolutePath().normalize()
            : "the MongoDB server of MONGODB_URI");
    return store;
  }

  /** In a thread of its own: who tells this holds locks that stopping needs. */
  private static void stop(ConfigurableApplicationContext context, UnusableStoreException failure) {
    Messages messages = new Messages(List.of(Language.ZH, Language.EN));
    LOG.error("{}\n{}", messages.text("store.stops"), StoreFailureAnalyzer.advice(failure));
    new Thread(() -> System.exit(SpringApplication.exit(context, () -> 1)), "stop").start();
  }

  @Bean
  InstantSource clock() {
    // As the store keeps it: what is remembered of a turn is the same as what is read again.
    return Clock.tickMillis(ZoneOffset.UTC);
  }

  @Bean
  Shelves shelves(MongoStore store) {
    return new Shelves(
        store.inbox(),
        store.sessions(),
        store.turns(),
        store.distributors(),
        store.ledgers(),
        store.deliveries());
  }

  /** Knows the people of the settings; what an admin changed since by chat stays. */
  @Bean
  Directory directory(MongoStore store, Settings settings, InstantSource clock) {
    Directory directory = new Directory(store.people(), clock);
    List<Settings.Colleague> people =
        Optional.ofNullable(settings.people()).orElse(settings.isEmbedded() ? demo() : List.of());
    for (Settings.Colleague colleague : people) {
      if (store.people().find(colleague.id()).isEmpty()) {
        directory.save(colleague.toPerson());
      }
    }
    return directory;
  }

  @Bean
  Reception reception(MongoStore store, Directory directory, InstantSource clock) {
    return new Reception(
        directory,
        new Enrolment(store.ledgers(), directory, clock),
        new Reachability(store.ledgers(), clock));
  }

  @Bean
  Access access(Directory directory) {
    return new Access(directory);
  }

  @Bean
  Audit audit(MongoStore store, InstantSource clock) {
    return new Audit(store.ledgers(), clock);
  }

  /** The demo has one rep and one superior, who stands in for the admin. */
  private static List<Settings.Colleague> demo() {
    return List.of(
        new Settings.Colleague("boss", "Demo superior", Person.Role.ADMIN, "demo", null, null),
        new Settings.Colleague("demo", "Demo rep", Person.Role.REP, "demo", "boss", null));
  }

  @Bean
  HealthIndicator storeHealthIndicator(MongoStore store) {
    return () -> {
      try {
        store.ping();
        return Health.up().build();
      } catch (RuntimeException e) {
        return Health.down(e).build();
      }
    };
  }
}
