package dev.zhaoshang;

import dev.zhaoshang.content.PublicHolidays;
import dev.zhaoshang.domain.Rhythm;
import dev.zhaoshang.domain.WorkCalendar;
import dev.zhaoshang.reminder.Reminders;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks every few seconds for what fell due, once turns and deliveries run. */
@Component
class Reminding implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Reminding.class);

  /** What one person does is told to another so soon. */
  private static final long EVERY_SECONDS = 5;

  private final Reminders reminders;
  private final ScheduledExecutorService executor;
  private final InstantSource clock;
  private @Nullable ScheduledFuture<?> sweeps;

  Reminding(Reminders reminders, ScheduledExecutorService executor, InstantSource clock) {
    this.reminders = reminders;
    this.executor = executor;
    this.clock = clock;
  }

  @Override
  public void start() {
    warnOfMissingHolidays();
    sweeps = executor.scheduleWithFixedDelay(this::sweep, 0, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  private void warnOfMissingHolidays() {
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

  private void sweep() {
    try {
      reminders.sweep();
    } catch (RuntimeException e) {
      LOG.warn("What is due waits: {}", e.getMessage());
    }
  }

  @Override
  public void stop() {
    if (sweeps != null) {
      sweeps.cancel(false);
    }
    sweeps = null;
  }

  @Override
  public boolean isRunning() {
    return sweeps != null;
  }
}
