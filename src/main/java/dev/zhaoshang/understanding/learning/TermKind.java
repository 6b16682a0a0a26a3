package dev.zhaoshang.understanding.learning;

import java.util.List;
import java.util.StringJoiner;
import java.util.stream.LongStream;

/**
 * A kind of terms. A term is one to three tokens of a text, and stands for itself as one number:
 * those of its tokens side by side, the first in the lowest bits.
 */
enum TermKind {

  /** Runs of characters. */
  CHARACTERS("") {
    @Override
    List<List<String>> tokens(String normalized) {
      return List.of(Tokens.characters(normalized));
    }
  },

  /** Runs of syllables and of Latin words. */
  SOUNDS(" ") {
    @Override
    List<List<String>> tokens(String normalized) {
      return List.of(Syllables.of(normalized));
    }
  },

  /**
   * Pairs of characters or words that stand apart in one clause, such as a negation and what it
   * denies.
   */
  PAIRS("…") {
    @Override
    List<List<String>> tokens(String normalized) {
      return Tokens.words(normalized);
    }

    @Override
    void terms(int[] tokens, LongStream.Builder terms) {
      pairs(tokens, terms);
    }
  };

  private static final int LONGEST_RUN = 3;

  /** Farthest that two words of a pair stand apart. */
  private static final int FARTHEST = 6;

  private final String joint;

  TermKind(String joint) {
    this.joint = joint;
  }

  /** What the terms of a text are made of, clause by clause; none goes over the end of a clause. */
  abstract List<List<String>> tokens(String normalized);

  /** Adds the terms of a clause: its runs, unless the kind says otherwise. */
  void terms(int[] tokens, LongStream.Builder terms) {
    runs(tokens, terms);
  }

  /**
   * The terms of a text whose tokens are all known; one that occurs twice stands there twice.
   *
   * @param clauses the tokens
   */
  long[] terms(List<List<String>> clauses, Vocabulary vocabulary) {
    LongStream.Builder terms = LongStream.builder();
    for (List<String> clause : clauses) {
      terms(clause.stream().mapToInt(vocabulary::number).toArray(), terms);
    }
    return terms.build().toArray();
  }

  /** A term in words. */
  String name(long term, Vocabulary vocabulary) {
    StringJoiner name = new StringJoiner(joint);
    for (long rest = term; rest != 0; rest >>>= Vocabulary.BITS) {
      name.add(vocabulary.token((int) (rest & Vocabulary.MOST)));
    }
    return name.toString();
  }

  private static void runs(int[] tokens, LongStream.Builder terms) {
    for (int start = 0; start < tokens.length; start++) {
      long run = 0;
      for (int size = 0; size < LONGEST_RUN && start + size < tokens.length; size++) {
        int token = tokens[start + size];
        if (token == Vocabulary.UNKNOWN) {
          break;
        }
        run |= (long) token << (size * Vocabulary.BITS);
        terms.add(run);
      }
    }
  }

  private static void pairs(int[] tokens, LongStream.Builder terms) {
    for (int first = 0; first < tokens.length; first++) {
      int last = Math.min(tokens.length - 1, first + FARTHEST);
      for (int second = first + 2; second <= last; second++) {
        if (tokens[first] != Vocabulary.UNKNOWN && tokens[second] != Vocabulary.UNKNOWN) {
          terms.add(tokens[first] | (long) tokens[second] << Vocabulary.BITS);
        }
      }
    }
  }
}
