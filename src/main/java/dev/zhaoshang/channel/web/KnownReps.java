package dev.zhaoshang.channel.web;

/** Which reps the HTTP API serves. */
@FunctionalInterface
public interface KnownReps {

  /** Whether there is an active rep with that id. */
  boolean serves(String rep);
}
