package dev.zhaoshang.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What somebody else said and the rep passed on. Messages that come one upon the other are one
 * note.
 *
 * @param id of the entry
 * @param lines the messages, in order
 * @param began when the first came
 * @param last when the latest came
 */
public record Note(String id, List<String> lines, Instant began, Instant last)
    implements LedgerEntry {

  /** Messages of a burst are no further apart. */
  private static final Duration TOGETHER = Duration.ofSeconds(30);

  public Note {
    lines = List.copyOf(lines);
  }

  /** Whether a message at that time still belongs to it. */
  public boolean takes(Instant at) {
    return !at.isAfter(last.plus(TOGETHER));
  }

  /** This note with one more message. */
  public Note with(String line, Instant at) {
    List<String> more = new ArrayList<>(lines);
    more.add(line);
    return new Note(id, more, began, at);
  }
}
