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
