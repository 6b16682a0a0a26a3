package dev.zhaoshang.understanding.objection;

/**
 * The meaning of a short text as a vector. Deterministic, safe for many threads; a text takes a few
 * milliseconds.
 */
public interface SentenceVectors {

  /**
   * A vector of length 1, so that the product of two is the cosine of their angle: near 1 for texts
   * that mean nearly the same.
   *
   * @param text any Unicode without lone surrogates; what is beyond 96 tokens is left out
   * @return vectors of Chinese and of other texts lie in spaces of different dimension and cannot
   *     be compared
   */
  float[] of(String text);
}
