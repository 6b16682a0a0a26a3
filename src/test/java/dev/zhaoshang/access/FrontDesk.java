package dev.zhaoshang.access;

import java.time.InstantSource;

/** A reception on people and ledgers in memory. */
public final class FrontDesk {

  /** Who is known: {@code li}. */
  public final PeopleInMemory people = new PeopleInMemory();

  /** What is on record. */
  public final LedgersInMemory ledgers = new LedgersInMemory();

  /** Where people are reached. */
  public final Reachability reachability;

  /** What channels ask. */
  public final Reception reception;

  /** By that clock. */
  public FrontDesk(InstantSource clock) {
    reachability = new Reachability(ledgers, clock);
    reception =
        new Reception(
            new Directory(people, clock), new Enrolment(ledgers, people, clock), reachability);
  }
}
