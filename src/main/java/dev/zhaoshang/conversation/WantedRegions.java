package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Fact;
import dev.zhaoshang.domain.Value;
import dev.zhaoshang.understanding.text.Areas;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The regions that a distributor wants, down to those that have a code: a larger area is the
 * provinces and cities that it is made of, so that it meets whoever works one of them.
 */
final class WantedRegions {

  private static final Areas AREAS = Areas.load();

  private WantedRegions() {}

  /**
   * A region.
   *
   * @param code of GB/T 2260
   * @param words as typed; those of the larger area for a part of it
   */
  record Wanted(String code, String words) {}

  /** Those of a distributor; areas that cannot be placed are none. */
  static List<Wanted> of(@Nullable Distributor distributor) {
    Optional<Fact> fact =
        distributor == null ? Optional.empty() : distributor.fact("wantedRegions");
    return fact.map(told -> of(told.value(), told.codes())).orElse(List.of());
  }

  /**
   * Those that a text tells.
   *
   * @param value names of the regions
   * @param codes of each, as they were read
   */
  static List<Wanted> of(@Nullable Value value, List<String> codes) {
    List<String> words = value instanceof Value.Items items ? items.raw() : List.of();
    List<Wanted> wanted = new ArrayList<>();
    for (int i = 0; i < codes.size(); i++) {
      String name = words.size() == codes.size() ? words.get(i) : String.join(" ", words);
      AREAS.codes(codes.get(i), name).forEach(code -> wanted.add(new Wanted(code, name)));
    }
    return wanted;
  }
}
