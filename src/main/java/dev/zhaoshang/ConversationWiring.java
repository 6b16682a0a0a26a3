package dev.zhaoshang;

import dev.zhaoshang.access.Directory;
import dev.zhaoshang.access.Erasure;
import dev.zhaoshang.access.ErasureOrders;
import dev.zhaoshang.access.ErasureWorker;
import dev.zhaoshang.channel.telegram.TelegramChannel;
import dev.zhaoshang.content.Content;
import dev.zhaoshang.content.DialogFiles;
import dev.zhaoshang.content.Dialogs;
import dev.zhaoshang.content.DialogsWatcher;
import dev.zhaoshang.content.LiveContent;
import dev.zhaoshang.conversation.Brain;
import dev.zhaoshang.conversation.CustomerSheet;
import dev.zhaoshang.conversation.Dossier;
import dev.zhaoshang.conversation.Enclosures;
import dev.zhaoshang.conversation.Host;
import dev.zhaoshang.conversation.Records;
import dev.zhaoshang.conversation.Shelves;
import dev.zhaoshang.conversation.StoredRecords;
import dev.zhaoshang.conversation.TurnRunner;
import dev.zhaoshang.conversation.machine.SpringTransitions;
import dev.zhaoshang.outbox.Outbox;
import dev.zhaoshang.reminder.Reminders;
import dev.zhaoshang.store.mongo.MongoStore;
import dev.zhaoshang.telemetry.Telemetry;
import dev.zhaoshang.understanding.TextUnderstanding;
import dev.zhaoshang.understanding.act.ActLearner;
import dev.zhaoshang.understanding.objection.ObjectionLearner;
import dev.zhaoshang.understanding.practice.AnswerJudge;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The content, what is made of it, and the turns. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ConversationWiring {

  /** Bean that runs turns, and what recurs. */
  static final String EXECUTOR = "turnExecutor";

  /** Turns wait for the store more than they compute. */
  private static final int THREADS = 8;

  @Bean
  LiveContent liveContent(Settings settings) {
    Supplier<DialogFiles> source =
        Files.isDirectory(settings.dialogs())
            ? () -> DialogFiles.in(settings.dialogs())
            : DialogFiles::packaged;
    return new LiveContent(Dialogs.ofProgram(), source);
  }

  /** Watches the folder, if there is one; the packaged copy never changes. */
  @Bean
  @Nullable DialogsWatcher dialogsWatcher(Settings settings, LiveContent content) {
    return Files.isDirectory(settings.dialogs())
        ? new DialogsWatcher(settings.dialogs(), content)
        : null;
  }

  /** Makes a new brain of new content before anybody sees it. */
  @Bean
  Supplier<Brain> brain(LiveContent content, ObjectionLearner learner, Settings settings) {
    ActLearner acts = new ActLearner();
    AtomicReference<Brain> brain = new AtomicReference<>();
    Consumer<Content> take = next -> brain.set(brain(next, learner, acts, settings));
    take.accept(content.get());
    content.onChange(take);
    return brain::get;
  }

  @Bean
  ObjectionLearner objectionLearner() {
    return ObjectionLearner.load();
  }

  private static Brain brain(
      Content content, ObjectionLearner learner, ActLearner acts, Settings settings) {
    double sure = settings.objections().sure();
    return new Brain(
        content,
        new TextUnderstanding(content, learner.learn(content), acts.learn(content), sure),
        new SpringTransitions(content.forms().values()),
        new AnswerJudge(content.practice(), content.compliance(), learner.vectors()),
        settings.objections().unsure());
  }

  @Bean(name = EXECUTOR, destroyMethod = "shutdown")
  ScheduledExecutorService turnExecutor() {
    return Executors.newScheduledThreadPool(THREADS);
  }

  @Bean
  TurnRunner turnRunner(
      Shelves shelves,
      Directory directory,
      Supplier<Brain> brain,
      Outbox outbox,
      Host host,
      Telemetry telemetry) {
    TurnRunner runner = new TurnRunner(shelves, directory, brain, outbox, host);
    telemetry.waiting(runner::waiting);
    return runner;
  }

  @Bean
  Reminders reminders(Shelves shelves, Directory directory, TurnRunner turns, InstantSource clock) {
    return new Reminders(shelves.ledgers(), shelves.distributors(), directory, turns, clock);
  }

  @Bean
  ErasureWorker erasures(MongoStore store, Directory directory, Host host) {
    Erasure erasure =
        new Erasure(
            store.distributors(), store.ledgers(), store.turns(), store.traces(), directory);
    return new ErasureWorker(
        new ErasureOrders(store.ledgers()), erasure, host.clock(), host.instance());
  }

  @Bean
  Host host(InstantSource clock, ScheduledExecutorService turnExecutor, Telemetry telemetry) {
    return new Host(UUID.randomUUID().toString(), clock, turnExecutor, telemetry.turns());
  }

  @Bean
  Enclosures enclosures(
      MongoStore store,
      LiveContent content,
      Directory directory,
      ObjectProvider<TelegramChannel> telegram) {
    return new EnclosureMaker(
        new Dossier(store.distributors(), store.ledgers(), store.people(), content::get),
        new CustomerSheet(store.distributors(), store.ledgers(), content::get),
        directory,
        () -> telegram.stream().findFirst().flatMap(TelegramChannel::botName));
  }

  @Bean
  Records records(Shelves shelves, LiveContent content) {
    return new StoredRecords(shelves, content::get);
  }
}
