package dev.zhaoshang.channel.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Fact;
import dev.zhaoshang.domain.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A distributor as the API gives it.
 *
 * @param id of the distributor
 * @param createdAt when it was begun
 * @param fields what is known, by field id
 */
record DistributorJson(String id, Instant createdAt, Map<String, FieldJson> fields) {

  /**
   * What is known of a field.
   *
   * @param value text, number, boolean or list of texts; null when no value was told
   * @param words what the rep typed for it
   * @param state {@code known}, {@code unclear}, {@code skipped}, {@code refused}, {@code unknown}
   *     or {@code parked}
   * @param codes gazetteer codes of the regions in the value; left out when there are none
   * @param turn id of the turn that told it
   * @param at when it was told
   * @param confidence of the reading, 0 to 1
   */
  record FieldJson(
      @Nullable Object value,
      String words,
      String state,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> codes,
      String turn,
      Instant at,
      double confidence) {

    private static FieldJson of(Fact fact) {
      Value value = fact.value();
      return new FieldJson(
          value == null ? null : value.raw(),
          fact.words(),
          RecordJson.name(fact.state()),
          fact.codes(),
          fact.turn(),
          fact.at(),
          fact.confidence());
    }
  }

  static DistributorJson of(Distributor distributor) {
    Map<String, FieldJson> fields = new TreeMap<>();
    distributor.fields().forEach((id, fact) -> fields.put(id, FieldJson.of(fact)));
    return new DistributorJson(distributor.id(), distributor.createdAt(), fields);
  }
}
