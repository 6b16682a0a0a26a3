package dev.zhaoshang.domain;

import java.util.List;

/** The normalised value of a fact. What the rep typed stays beside it, in {@link Fact#words()}. */
public sealed interface Value {

  /** The plain value: a String, Integer, Boolean or list of String. */
  Object raw();

  /** A text, a telephone number in the form of its field's type, or the id of a choice. */
  record Text(String raw) implements Value {}

  /** A count of people or things, not negative. */
  record Count(Integer raw) implements Value {}

  /** A yes or no. */
  record Flag(Boolean raw) implements Value {}

  /** Several texts, in the order in which they were typed, without repeats. */
  record Items(List<String> raw) implements Value {
    public Items {
      raw = List.copyOf(raw);
    }
  }
}
