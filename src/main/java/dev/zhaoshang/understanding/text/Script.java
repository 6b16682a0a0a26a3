package dev.zhaoshang.understanding.text;

/** Turns traditional Chinese characters into simplified ones, one for one. */
@FunctionalInterface
public interface Script {

  /** The same text, of the same length, in simplified characters. */
  String simplify(String text);
}
