package dev.zhaoshang.understanding.objection;

import de.bwaldvogel.liblinear.Feature;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.understanding.ObjectionScorer;
import dev.zhaoshang.understanding.learning.Features;
import dev.zhaoshang.understanding.learning.LinearModel;
import dev.zhaoshang.understanding.learning.Normalizer;
import dev.zhaoshang.understanding.learning.Tokens;
import dev.zhaoshang.understanding.text.Lexicon;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Three questions in a row: does the text raise any objection; is it one that no card covers; and
 * if not, which. The likeliest objection scores the probability that any is raised, for a doubt
 * between two objections is no doubt that there is one; the others score in proportion. What is
 * likelier covered by no card scores less. A text that stands among the examples is what its
 * example says.
 *
 * <p>Each answer adds up what the terms of the text say, learnt when content loads, and what an
 * encoder says that was adapted beforehand: the one takes in new examples at once, the other knows
 * words that no example has. The first answer adds how clear the second is.
 */
public final class TrainedScorer implements ObjectionScorer {

  /** Ends a clause, or begins one in the middle of a sentence. */
  private static final Pattern JOINTS = Lexicon.load().pattern("clause.joint");

  /** Probability of any objection from which on a second one is looked for. */
  private static final double WORTH_CLAUSES = 0.3;

  /** What a clause needs in log-odds, to raise any and to be clear about which. */
  private static final double SECOND_RAISED = 2;

  private static final double SECOND_CLEAR = 1;

  /** Stands for all that no card covers among what examples raise. */
  private static final String UNCOVERED = "";

  /** What a text that stands among the examples scores at least. */
  private static final double KNOWN = 0.98;

  /**
   * Weights of what speaks for an objection, in log-odds: the terms, the encoder, and how clear it
   * is which one it would be. They are those of a logistic regression on 600 lines that were
   * written apart from the examples; by terms and encoder alone, one objection in ten more was
   * missed at the same rate of false alarms.
   */
  private static final double TERMS_ON_ANY = 0.5;

  private static final double ENCODER_ON_ANY = 0.85;

  private static final double CLEARNESS_ON_ANY = 0.4;

  /**
   * Log-odds taken off the first answer: half of the examples raise an objection, but far fewer
   * texts of reps do, and a card that nobody asked for is worse than a choice of three.
   */
  private static final double RESERVE = 1.95;

  /** Weight of the encoder's log-odds on which objection it is, beside those of the terms. */
  private static final double ENCODER_ON_WHICH = 0.3;

  /**
   * Where the terms are as clear as this, in log-odds, the encoder, which takes most of the time,
   * is not asked, and taken to say the same: of 750 objections in sets written apart, it would have
   * made one of three that are silenced, and none of those that are plain, anything else.
   */
  private static final double SILENT = -1.5;

  private static final double PLAIN = 3;

  /** Share of the likeliest from which another is about as likely. */
  private static final double EVEN = 0.9;

  /** Log-odds below which the terms leave no doubt that it is not this objection. */
  private static final double UNLIKELY = -2;

  private final Encoder encoder;
  private final List<Example> examples;
  private final Features features;
  private final LinearModel any;
  private final Map<String, LinearModel> which;
  private final LinearModel beyond;
  private final Map<String, Set<String>> known;

  private TrainedScorer(
      Encoder encoder, List<Example> examples, Learnt learnt, Map<String, Set<String>> known) {
    this.encoder = encoder;
    this.examples = examples;
    this.features = learnt.features();
    this.any = learnt.any();
    this.which = learnt.which();
    this.beyond = learnt.beyond();
    this.known = known;
  }

  /** Learns, or takes what was learnt of the same beforehand. */
  static TrainedScorer train(Encoder encoder, Lessons lessons) {
    List<Example> examples = lessons.examples();
    List<String> texts = lessons.normalized();
    Map<String, Set<String>> known = new HashMap<>();
    for (int i = 0; i < texts.size(); i++) {
      boolean uncovered = i >= examples.size();
      known
          .computeIfAbsent(Normalizer.essence(texts.get(i)), text -> new LinkedHashSet<>())
          .addAll(uncovered ? List.of(UNCOVERED) : examples.get(i).objections());
    }
    Learnt learnt = Learnt.KEPT.of(lessons).orElseGet(() -> Learnt.of(lessons, texts));
    return new TrainedScorer(encoder, examples, learnt, known);
  }

  @Override
  public List<Meaning.Scored> rank(String text) {
    String normalized = Normalizer.normalize(text);
    Feature[] row = features.of(normalized);
    Set<String> example = known.get(Normalizer.essence(normalized));
    double terms = any.logOdds(row);
    Map<String, Double> odds = new HashMap<>();
    which.forEach((id, model) -> odds.put(id, model.logOdds(row)));
    double clearness = Collections.max(odds.values());
    boolean silent = terms + CLEARNESS_ON_ANY * clearness < SILENT;
    long likely = odds.values().stream().filter(one -> one > UNLIKELY).count();
    boolean plain = terms > PLAIN && clearness > 0 && likely == 1;
    Encoder.Opinion opinion =
        silent || plain ? new Encoder.Opinion(terms, List.of()) : encoder.read(loudest(normalized));
    odds.replaceAll((id, one) -> one + ENCODER_ON_WHICH * opinion.which(id));
    double raised =
        LinearModel.probability(
                TERMS_ON_ANY * terms
                    + ENCODER_ON_ANY * opinion.any()
                    + CLEARNESS_ON_ANY * Collections.max(odds.values())
                    - RESERVE)
            * Math.min(1, 2 * (1 - beyond.probability(row)));
    Map<String, Double> shares = shares(normalized, odds);
    if (raised > WORTH_CLAUSES) {
      second(normalized, shares);
    }
    double likeliest = Collections.max(shares.values());
    return shares.entrySet().stream()
        .map(e -> new Meaning.Scored(e.getKey(), raised * e.getValue() / likeliest))
        .map(scored -> example == null ? scored : asExample(scored, example))
        .sorted(
            Comparator.comparingDouble(Meaning.Scored::score)
                .reversed()
                .thenComparing(Meaning.Scored::objection))
        .toList();
  }

  /** How likely each objection is, given that any is raised: of two that are, first the first. */
  private Map<String, Double> shares(String normalized, Map<String, Double> odds) {
    Map<String, Double> shares = new HashMap<>();
    odds.forEach((id, one) -> shares.put(id, LinearModel.probability(one)));
    double least = EVEN * Collections.max(shares.values());
    Set<String> even =
        shares.entrySet().stream()
            .filter(share -> share.getValue() > least)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    if (even.size() > 1) {
      firstSaid(normalized, even)
          .ifPresent(first -> shares.replaceAll((id, p) -> id.equals(first) ? p : p * EVEN));
    }
    return shares;
  }

  /** Of two objections the terms of the whole show one; a clause of its own shows the other. */
  private void second(String normalized, Map<String, Double> shares) {
    String[] clauses = JOINTS.split(normalized);
    double also = EVEN * Collections.max(shares.values());
    for (String clause : clauses.length > 1 ? clauses : new String[0]) {
      Feature[] row = features.of(clause.strip());
      if (any.logOdds(row) > SECOND_RAISED) {
        which.entrySet().stream()
            .max(Comparator.comparingDouble(one -> one.getValue().logOdds(row)))
            .filter(one -> one.getValue().logOdds(row) > SECOND_CLEAR)
            .ifPresent(one -> shares.merge(one.getKey(), also, Math::max));
      }
    }
  }

  /** Which of these objections an earlier clause raises than the others. */
  private Optional<String> firstSaid(String normalized, Set<String> objections) {
    for (String clause : Tokens.clauses(normalized)) {
      Feature[] row = features.of(clause);
      if (clause.isEmpty()) {
        continue;
      }
      Optional<String> raised =
          which.entrySet().stream()
              .filter(one -> objections.contains(one.getKey()) && one.getValue().logOdds(row) > 0)
              .max(Comparator.comparingDouble(one -> one.getValue().logOdds(row)))
              .map(Map.Entry::getKey);
      if (raised.isPresent()) {
        return raised;
      }
    }
    return Optional.empty();
  }

  /** The part in which the terms speak most for an objection: an encoder takes no long texts. */
  private String loudest(String normalized) {
    List<String> parts = Tokens.parts(normalized);
    return parts.size() < 2
        ? normalized
        : Collections.max(
            parts, Comparator.comparingDouble(part -> any.probability(features.of(part))));
  }

  @Override
  public double beyond(String text) {
    String normalized = Normalizer.normalize(text);
    Set<String> example = known.get(Normalizer.essence(normalized));
    if (example != null) {
      return example.contains(UNCOVERED) ? 1 : 0;
    }
    Feature[] row = features.of(normalized);
    return any.probability(row) * beyond.probability(row);
  }

  private static Meaning.Scored asExample(Meaning.Scored scored, Set<String> example) {
    double score =
        example.contains(scored.objection())
            ? KNOWN + (1 - KNOWN) * scored.score()
            : (1 - KNOWN) * scored.score();
    return new Meaning.Scored(scored.objection(), score);
  }

  /** Says why texts score as they do; made for editors, not for turns. */
  public Explainer explainer() {
    return new Explainer(examples, features, any, which);
  }
}
