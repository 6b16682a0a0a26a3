package dev.zhaoshang.content;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What reps practise: who objects and how, what an answer has to say, and what fails it.
 *
 * @param characters who may object
 * @param anywhere points that count with any objection
 * @param exercises by objection, in the order of the source
 * @param empty what sounds like an answer and makes no point
 * @param mustNots that fail an answer
 * @param address words that show that something is said to somebody
 * @param notSaid words of somebody who talks about the answer and not to the customer
 */
public record Practice(
    List<Customer> characters,
    List<Point> anywhere,
    Map<String, Exercise> exercises,
    List<String> empty,
    List<MustNot> mustNots,
    Pattern address,
    Pattern notSaid) {

  private static final Pattern NEVER = Pattern.compile("(?!)");

  /** Nothing to practise; for content without such a file. */
  static final Practice NONE =
      new Practice(List.of(), List.of(), Map.of(), List.of(), List.of(), NEVER, NEVER);

  public Practice {
    characters = List.copyOf(characters);
    anywhere = List.copyOf(anywhere);
    exercises = Collections.unmodifiableMap(new LinkedHashMap<>(exercises));
    empty = List.copyOf(empty);
    mustNots = List.copyOf(mustNots);
  }

  /** The exercise for an objection. */
  public Optional<Exercise> exercise(String objection) {
    return Optional.ofNullable(exercises.get(objection));
  }

  /**
   * Somebody who objects.
   *
   * @param id camelCase
   * @param title who it is
   */
  public record Customer(String id, Text title) {}

  /**
   * How one objection is practised.
   *
   * @param objection id of the objection
   * @param openings ways to raise it
   * @param pushBacks ways to press on
   * @param points that an answer may make
   * @param ways to pass, any of which does
   * @param model an answer that passes
   */
  public record Exercise(
      String objection,
      List<Opening> openings,
      List<PushBack> pushBacks,
      List<Point> points,
      List<Way> ways,
      Text model) {

    public Exercise {
      openings = List.copyOf(openings);
      pushBacks = List.copyOf(pushBacks);
      points = List.copyOf(points);
      ways = List.copyOf(ways);
    }
  }

  /**
   * A way to raise an objection.
   *
   * @param by who says it
   * @param say what is said
   */
  public record Opening(Customer by, Text say) {}

  /**
   * A way to press on.
   *
   * @param about id of the point that it asks for; null when it tries how firm the rep is
   * @param say what is said
   */
  public record PushBack(@Nullable String about, Text say) {}

  /**
   * Something that an answer may say.
   *
   * @param id camelCase
   * @param title what it is
   * @param words that say it, in lower case and simplified characters
   * @param sayings ways to say it, as reps do
   */
  public record Point(String id, Text title, Pattern words, List<String> sayings) {

    public Point {
      sayings = List.copyOf(sayings);
    }
  }

  /**
   * A way to pass.
   *
   * @param groups all of which are needed
   */
  public record Way(List<Group> groups) {

    public Way {
      groups = List.copyOf(groups);
    }
  }

  /**
   * Points of which some are needed.
   *
   * @param least so many of them
   * @param of ids of points
   */
  public record Group(int least, List<String> of) {

    public Group {
      of = List.copyOf(of);
    }
  }

  /**
   * Something that fails an answer.
   *
   * @param id camelCase
   * @param title what is wrong
   * @param instead what to do
   * @param words that do it, in lower case and simplified characters
   * @param unless words in whose clause they do not
   * @param rule id of the rule of compliance.yml whose basis is cited; null for none
   */
  public record MustNot(
      String id, Text title, Text instead, Pattern words, Pattern unless, @Nullable String rule) {

    /** The words of a text that do it; empty when none do. */
    public Optional<Clause> in(String text) {
      Matcher matcher = words.matcher(text);
      while (matcher.find()) {
        Clause clause = new Clause(matcher.start(), matcher.end());
        if (!unless.matcher(Phrase.clause(text, clause.from(), clause.to())).find()) {
          return Optional.of(clause);
        }
      }
      return Optional.empty();
    }
  }

  /**
   * A part of a text.
   *
   * @param from index of its first character
   * @param to index after its last
   */
  public record Clause(int from, int to) {}
}
