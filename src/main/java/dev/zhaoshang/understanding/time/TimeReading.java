package dev.zhaoshang.understanding.time;

import dev.zhaoshang.understanding.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * The words of time in a text.
 *
 * @param times that it tells, in their order
 * @param lengths that it tells and that are no part of a time
 * @param unclear words that tell none
 */
public record TimeReading(List<When> times, List<Length> lengths, List<Unclear> unclear) {

  public TimeReading {
    times = List.copyOf(times);
    lengths = List.copyOf(lengths);
    unclear = List.copyOf(unclear);
  }

  /**
   * With the hour that is told apart from its day: "tomorrow afternoon call Li, three o'clock" is
   * tomorrow at three in the afternoon. Only of two times, the second one an hour and no more.
   */
  public TimeReading gathered() {
    if (times.size() != 2) {
      return this;
    }
    When day = times.get(0);
    return times
        .get(1)
        .hourOf(day)
        .map(at -> new TimeReading(List.of(day.at(at), times.get(1)), lengths, unclear))
        .orElse(this);
  }

  /** The first time that it tells. */
  public Optional<When> first() {
    return times.stream().findFirst();
  }

  /** What is wrong with the first words that tell none. */
  public Optional<TimeProblem> problem() {
    return unclear.stream().map(Unclear::problem).findFirst();
  }

  /** Where all of them stand. */
  public List<Span> spans() {
    return java.util.stream.Stream.of(
            times.stream().map(When::span),
            lengths.stream().map(Length::span),
            unclear.stream().map(Unclear::span))
        .flatMap(spans -> spans)
        .toList();
  }
}
