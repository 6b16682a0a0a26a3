package dev.zhaoshang.domain;

/**
 * The Wilson score interval of a success rate at 95 %, which stays sensible for few trials (E. B.
 * Wilson, Probable inference, the law of succession, and statistical inference, JASA 22, 1927).
 *
 * @param low lower bound, 0 to 1
 * @param high upper bound, 0 to 1
 */
public record Wilson(double low, double high) {

  private static final double Z = 1.959964;

  /**
   * The interval.
   *
   * @param won successes, 0 to {@code trials}
   * @param trials not negative; without any the interval is 0 to 1
   */
  public static Wilson of(int won, int trials) {
    if (trials == 0) {
      return new Wilson(0, 1);
    }
    double rate = (double) won / trials;
    double square = Z * Z;
    double middle = rate + square / (2 * trials);
    double spread = Z * Math.sqrt((rate * (1 - rate) + square / (4 * trials)) / trials);
    double scale = 1 + square / trials;
    return new Wilson(
        Math.max(0, (middle - spread) / scale), Math.min(1, (middle + spread) / scale));
  }
}
