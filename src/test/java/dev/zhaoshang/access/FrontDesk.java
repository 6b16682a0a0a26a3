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

  /** Who is who. */
  public final Directory directory;

  /** What channels ask. */
  public final Reception reception;

  /** By that clock. */
  public FrontDesk(InstantSource clock) {
    reachability = new Reachability(ledgers, clock);
    directory = new Directory(people, clock);
    reception = new Reception(directory, new Enrolment(ledgers, directory, clock), reachability);
  }
}
