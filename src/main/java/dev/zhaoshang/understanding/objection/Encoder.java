package dev.zhaoshang.understanding.objection;

import dev.zhaoshang.content.Objection;
import java.util.List;

/**
 * What a model that was adapted beforehand makes of a text, apart from what is learnt when content
 * loads. Deterministic, safe for many threads.
 */
interface Encoder {

  /** Reads the text. */
  Opinion read(String normalized);

  /**
   * Log-odds.
   *
   * @param any that the text raises any objection
   * @param which that it raises each, given that it raises any, in the order of the source
   */
  record Opinion(double any, List<Double> which) {

    public Opinion {
      which = List.copyOf(which);
    }

    /** Of one objection; 0, which says nothing, of one that the encoder does not know. */
    double which(String objection) {
      int i = Objection.IDS.indexOf(objection);
      return i < 0 || i >= which.size() ? 0 : which.get(i);
    }
  }
}
