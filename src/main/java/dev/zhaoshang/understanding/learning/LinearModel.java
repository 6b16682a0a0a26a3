package dev.zhaoshang.understanding.learning;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;

/** A yes-or-no question answered by logistic regression. */
public final class LinearModel {

  /** How far the weights may go to fit the examples. */
  private static final double FIT = 20;

  /** When the solver stops; finer changes no answer. */
  private static final double TOLERANCE = 0.1;

  private static final long SEED = 20_240_117L;

  private final float[] weights;
  private final double sign;

  private LinearModel(float[] weights, double sign) {
    this.weights = weights;
    this.sign = sign;
  }

  /**
   * Learns from examples; the same examples give the same model.
   *
   * @param size highest number of a feature
   * @param answers 1 for yes, 0 for no, one an example; without both kinds it cannot tell
   */
  public static LinearModel train(int size, List<Feature[]> examples, List<Integer> answers) {
    float[] weights = new float[size];
    if (!answers.contains(0) || !answers.contains(1)) {
      return new LinearModel(weights, 1);
    }
    Linear.disableDebugOutput();
    Problem problem = new Problem();
    problem.l = examples.size();
    problem.n = size;
    problem.bias = -1;
    problem.x = examples.toArray(Feature[][]::new);
    problem.y = answers.stream().mapToDouble(Integer::doubleValue).toArray();
    Parameter parameter = new Parameter(SolverType.L2R_LR_DUAL, FIT, TOLERANCE);
    parameter.setRandom(new Random(SEED));
    Model model = Linear.train(problem, parameter);
    double[] learnt = model.getFeatureWeights();
    for (int i = 0; i < size; i++) {
      weights[i] = (float) learnt[i];
    }
    return new LinearModel(weights, model.getLabels()[0] == 1 ? 1 : -1);
  }

  /** For {@link #read}. */
  public void write(DataOutputStream out) throws IOException {
    out.writeDouble(sign);
    out.writeInt(weights.length);
    for (float weight : weights) {
      out.writeFloat(weight);
    }
  }

  /** What {@link #write} wrote. */
  public static LinearModel read(DataInputStream in) throws IOException {
    double sign = in.readDouble();
    float[] weights = new float[in.readInt()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = in.readFloat();
    }
    return new LinearModel(weights, sign);
  }

  /** Probability of yes, 0 to 1. */
  public double probability(Feature[] text) {
    return probability(logOdds(text));
  }

  /** The probability, 0 to 1, of what has these log-odds. */
  public static double probability(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }

  /** Log-odds of yes: positive when yes is likelier. */
  public double logOdds(Feature[] text) {
    double sum = 0;
    for (Feature feature : text) {
      sum += weight(feature);
    }
    return sum;
  }

  /** How much a feature of a text speaks for yes; negative when it speaks for no. */
  public double weight(Feature feature) {
    return sign * weights[feature.getIndex() - 1] * feature.getValue();
  }
}
