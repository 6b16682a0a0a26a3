package dev.zhaoshang.domain;

import java.time.Instant;
import java.util.List;

/**
 * Something that the owner of the ledger is to be told once; it goes when it was.
 *
 * @param id of the notice
 * @param reply id of the reply that says it
 * @param words what its placeholders are filled with
 * @param planned when it came up
 * @param at when it is told, after it was put off
 */
public record Notice(String id, String reply, List<Word> words, Instant planned, Instant at)
    implements LedgerEntry, Timely {

  public Notice {
    words = List.copyOf(words);
  }

  /**
   * What a placeholder is filled with.
   *
   * @param name of the placeholder
   * @param text to put there
   */
  public record Word(String name, String text) {}

  @Override
  public Notice later(Instant next) {
    return new Notice(id, reply, words, planned, next);
  }

  @Override
  public Instant due() {
    return at;
  }
}
