package dev.zhaoshang.understanding.objection;

import de.bwaldvogel.liblinear.Feature;
import dev.zhaoshang.understanding.learning.Features;
import dev.zhaoshang.understanding.learning.Keepsake;
import dev.zhaoshang.understanding.learning.LinearModel;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is learnt of examples: their terms, and how these answer whether any objection is raised and
 * which. It is a pure function of the examples, so it may be worked out beforehand and kept.
 *
 * @param features that see the terms
 * @param any whether any objection is raised, one that no card covers included
 * @param which whether it is that one, given that any of the eight is, by id
 * @param beyond whether it is one that no card covers, given that any is
 */
record Learnt(
    Features features, LinearModel any, Map<String, LinearModel> which, LinearModel beyond)
    implements Keepsake.Kept {

  /** What the jar keeps of it. */
  static final Keepsake<Learnt> KEPT = new Keepsake<>("objections", Learnt.class, Learnt::read);

  /** Stand for the questions apart among the ids of the objections. */
  private static final String ANY = "any?";

  private static final String BEYOND = "beyond?";

  Learnt {
    which = Map.copyOf(which);
  }

  /**
   * Learns.
   *
   * @param normalized the texts of the lessons, in their order
   */
  static Learnt of(Lessons lessons, List<String> normalized) {
    Features.Learnt learnt = Features.learn(normalized);
    Map<String, LinearModel> models =
        Stream.concat(Stream.of(ANY, BEYOND), lessons.objections().stream())
            .parallel()
            .collect(Collectors.toMap(id -> id, id -> model(id, learnt, lessons)));
    LinearModel any = Objects.requireNonNull(models.remove(ANY));
    LinearModel beyond = Objects.requireNonNull(models.remove(BEYOND));
    return new Learnt(learnt.features(), any, models, beyond);
  }

  private static LinearModel model(String id, Features.Learnt learnt, Lessons lessons) {
    List<Feature[]> rows = new ArrayList<>();
    List<Integer> answers = new ArrayList<>();
    boolean beyond = id.equals(ANY) || id.equals(BEYOND);
    int examples = lessons.examples().size();
    int all = examples + (beyond ? lessons.uncovered().size() : 0);
    for (int i = 0; i < all; i++) {
      boolean uncovered = i >= examples;
      List<String> raised = uncovered ? List.of(BEYOND) : lessons.examples().get(i).objections();
      if (id.equals(ANY) || !raised.isEmpty()) {
        rows.add(learnt.rows().get(i));
        answers.add((id.equals(ANY) ? !raised.isEmpty() : raised.contains(id)) ? 1 : 0);
      }
    }
    return LinearModel.train(learnt.features().size(), rows, answers);
  }

  @Override
  public void write(DataOutputStream out) throws IOException {
    features.write(out);
    any.write(out);
    beyond.write(out);
    out.writeInt(which.size());
    for (Map.Entry<String, LinearModel> model : new TreeMap<>(which).entrySet()) {
      out.writeUTF(model.getKey());
      model.getValue().write(out);
    }
  }

  /** What {@link #write} wrote. */
  static Learnt read(DataInputStream in) throws IOException {
    Features features = Features.read(in);
    LinearModel any = LinearModel.read(in);
    LinearModel beyond = LinearModel.read(in);
    Map<String, LinearModel> which = new HashMap<>();
    int models = in.readInt();
    for (int i = 0; i < models; i++) {
      which.put(in.readUTF(), LinearModel.read(in));
    }
    return new Learnt(features, any, which, beyond);
  }
}
