package dev.zhaoshang.content;

import java.util.List;

/**
 * What a part of a file has to look like. The declared shapes check the files and are written out
 * as JSON Schemas for editors.
 */
sealed interface Shape {

  /** A text that is not blank. */
  record Text() implements Shape {}

  /** One of some words. */
  record Word(List<String> allowed) implements Shape {
    public Word {
      allowed = List.copyOf(allowed);
    }
  }

  /** A whole number, not negative. */
  record Whole() implements Shape {}

  /** An amount, not negative, with up to four decimals. */
  record Amount() implements Shape {}

  /** A time of day, such as 08:30. */
  record Time() implements Shape {}

  /** A time zone, such as Asia/Shanghai. */
  record Zone() implements Shape {}

  /** A text in Chinese and in English. */
  record Both() implements Shape {}

  /** A list. */
  record ListOf(Shape item) implements Shape {}

  /** A map whose keys are free. */
  record MapOf(Shape value) implements Shape {}

  /** One of two maps: the one if it has that key, else the other. */
  record Either(String key, Keys with, Keys without) implements Shape {}

  /** A map with declared keys. */
  record Keys(List<Key> keys) implements Shape {
    public Keys {
      keys = List.copyOf(keys);
    }
  }

  /**
   * A declared key.
   *
   * @param name the key
   * @param shape of its value
   * @param required whether it must be there
   */
  record Key(String name, Shape shape, boolean required) {}

  static Key must(String name, Shape shape) {
    return new Key(name, shape, true);
  }

  static Key may(String name, Shape shape) {
    return new Key(name, shape, false);
  }

  static Keys keys(Key... keys) {
    return new Keys(List.of(keys));
  }
}
