package dev.zhaoshang;

import dev.zhaoshang.content.PublicHolidays;
import dev.zhaoshang.domain.Rhythm;
import dev.zhaoshang.domain.WorkCalendar;
import dev.zhaoshang.reminder.Reminders;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every few seconds for what fell due, once turns and deliveries run. */
@Component
class Reminding {

  private static final Logger LOG = LoggerFactory.getLogger(Reminding.class);

  /** What one person does is told to another so soon. */
  private static final long EVERY_SECONDS = 5;

  private final Reminders reminders;
  private final InstantSource clock;

  Reminding(Reminders reminders, InstantSource clock) {
    this.reminders = reminders;
    this.clock = clock;
  }

  @EventListener(ApplicationReadyEvent.class)
  void warnOfMissingHolidays() {
    WorkCalendar calendar = PublicHolidays.load();
    LocalDate today = LocalDate.ofInstant(clock.instant(), Rhythm.USUAL.zone());
    calendar
        .missing(today)
        .ifPresent(
            year ->
                LOG.warn(
                    "Public holidays are known for {} to {}; those of {} are missing, so that only"
                        + " its weekends count. Once they are announced, update calendar/china.tsv",
                    calendar.years().first(),
                    calendar.years().last(),
                    year));
  }

  @Scheduled(
      fixedDelay = EVERY_SECONDS,
      timeUnit = TimeUnit.SECONDS,
      scheduler = ConversationWiring.EXECUTOR)
  void sweep() {
    try {
      reminders.sweep();
    } catch (RuntimeException e) {
      LOG.warn("What is due waits: {}", e.getMessage());
    }
  }
}
