package dev.zhaoshang.understanding.act;

import de.bwaldvogel.liblinear.Feature;
import dev.zhaoshang.content.Act;
import dev.zhaoshang.understanding.learning.Features;
import dev.zhaoshang.understanding.learning.Keepsake;
import dev.zhaoshang.understanding.learning.LinearModel;
import dev.zhaoshang.understanding.learning.Normalizer;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Tells what a line does after a question: one question for each act, learnt of the examples, and
 * the likeliest yes counts. Immutable.
 *
 * @param features that see the terms of a text
 * @param models whether it is that act
 */
record Acts(Features features, Map<Act, LinearModel> models) implements Keepsake.Kept {

  private record Odds(Act act, double log) {}

  /** What the jar keeps of it. */
  static final Keepsake<Acts> KEPT = new Keepsake<>("acts", Acts.class, Acts::read);

  Acts {
    models = Map.copyOf(models);
  }

  /** Learns of examples; the same examples give the same answers. */
  static Acts learn(Map<Act, List<String>> examples) {
    List<String> texts = new ArrayList<>();
    List<Act> acts = new ArrayList<>();
    new TreeMap<>(examples)
        .forEach(
            (act, lines) ->
                lines.forEach(
                    line -> {
                      texts.add(Normalizer.normalize(line));
                      acts.add(act);
                    }));
    Features.Learnt learnt = Features.learn(texts);
    Map<Act, LinearModel> models =
        examples.keySet().parallelStream()
            .collect(Collectors.toMap(act -> act, act -> model(act, acts, learnt)));
    return new Acts(learnt.features(), models);
  }

  private static LinearModel model(Act act, List<Act> acts, Features.Learnt learnt) {
    List<Integer> answers = acts.stream().map(one -> one == act ? 1 : 0).toList();
    return LinearModel.train(learnt.features().size(), learnt.rows(), answers);
  }

  /** What a text does, by the likeliest yes. */
  Heard hear(String text) {
    if (models.isEmpty()) {
      return Heard.ANYTHING;
    }
    Feature[] row = features.of(Normalizer.normalize(text));
    List<Odds> likeliest =
        models.entrySet().stream()
            .map(model -> new Odds(model.getKey(), model.getValue().logOdds(row)))
            .sorted(Comparator.comparingDouble(Odds::log).reversed())
            .toList();
    Odds first = likeliest.get(0);
    double other =
        likeliest.stream()
            .skip(1)
            .filter(odds -> first.act() == Act.ANSWER || odds.act() == Act.ANSWER)
            .findFirst()
            .map(Odds::log)
            .orElseThrow();
    return new Heard(first.act(), first.log() - other);
  }

  @Override
  public void write(DataOutputStream out) throws IOException {
    features.write(out);
    out.writeInt(models.size());
    for (Map.Entry<Act, LinearModel> model : new TreeMap<>(models).entrySet()) {
      out.writeUTF(model.getKey().name());
      model.getValue().write(out);
    }
  }

  private static Acts read(DataInputStream in) throws IOException {
    Features features = Features.read(in);
    Map<Act, LinearModel> models = new EnumMap<>(Act.class);
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      models.put(Act.valueOf(in.readUTF()), LinearModel.read(in));
    }
    return new Acts(features, models);
  }
}
