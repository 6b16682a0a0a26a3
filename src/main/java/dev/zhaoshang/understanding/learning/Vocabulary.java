package dev.zhaoshang.understanding.learning;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives each token a number that fits into {@value #BITS} bits. A single character is known by its
 * code point; longer tokens are those of the examples.
 */
final class Vocabulary {

  /** How many bits the number of a token takes. */
  static final int BITS = 21;

  /** The highest number. */
  static final int MOST = (1 << BITS) - 1;

  /** The number of a token that no example has. */
  static final int UNKNOWN = 0;

  /** The number of the first token that is longer than a character. */
  private static final int FIRST = Character.MAX_CODE_POINT + 2;

  private final List<String> longer;
  private final Map<String, Integer> numbers = new HashMap<>();

  private Vocabulary(List<String> longer) {
    if (longer.size() > MOST - FIRST) {
      throw new IllegalArgumentException("More words than can be told apart: " + longer.size());
    }
    this.longer = List.copyOf(longer);
    longer.forEach(token -> numbers.put(token, FIRST + numbers.size()));
  }

  /** That of these texts; the same tokens get the same numbers. */
  static Vocabulary of(List<List<List<String>>> texts) {
    return new Vocabulary(
        texts.stream()
            .flatMap(Collection::stream)
            .flatMap(Collection::stream)
            .filter(token -> !isCharacter(token))
            .distinct()
            .sorted()
            .toList());
  }

  private static boolean isCharacter(String token) {
    return token.length() == Character.charCount(token.codePointAt(0));
  }

  /** The number of a token, or {@link #UNKNOWN}. */
  int number(String token) {
    return isCharacter(token) ? token.codePointAt(0) + 1 : numbers.getOrDefault(token, UNKNOWN);
  }

  /** The token of a number. */
  String token(int number) {
    return number < FIRST ? Character.toString(number - 1) : longer.get(number - FIRST);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(longer.size());
    for (String token : longer) {
      out.writeUTF(token);
    }
  }

  /** What {@link #write} wrote. */
  static Vocabulary read(DataInputStream in) throws IOException {
    int size = in.readInt();
    List<String> longer = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      longer.add(in.readUTF());
    }
    return new Vocabulary(longer);
  }
}
