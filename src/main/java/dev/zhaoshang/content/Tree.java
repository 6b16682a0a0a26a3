package dev.zhaoshang.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A node of a YAML file with its place. Every scalar is text: {@code 0512} stays {@code 0512}. */
sealed interface Tree {

  /** Where it begins. */
  Place place();

  /** A single value. */
  record Scalar(Place place, String text) implements Tree {}

  /** A list. */
  record Items(Place place, List<Tree> items) implements Tree {}

  /** A map, in the order of the file. */
  record Entries(Place place, Map<String, Entry> entries) implements Tree {}

  /**
   * An entry of a map.
   *
   * @param place of its key
   * @param key its key
   * @param value its value
   */
  record Entry(Place place, String key, Tree value) {}

  /** The text of a scalar; empty for others, which a shape has refused before. */
  default String text() {
    return this instanceof Scalar scalar ? scalar.text() : "";
  }

  /** The items of a list; empty for others. */
  default List<Tree> items() {
    return this instanceof Items list ? list.items() : List.of();
  }

  /** The entries of a map; empty for others. */
  default Map<String, Entry> entries() {
    return this instanceof Entries map ? map.entries() : Map.of();
  }

  /** The value of that key; an empty scalar at this place when there is none. */
  default Tree at(String key) {
    Entry entry = entries().get(key);
    return entry == null ? new Scalar(place(), "") : entry.value();
  }

  /** The texts of a list. */
  default List<String> texts() {
    return items().stream().map(Tree::text).toList();
  }

  /** The values of a map, in its order. */
  default <T> Map<String, T> map(Function<Tree, T> read) {
    Map<String, T> values = new LinkedHashMap<>();
    entries().forEach((key, entry) -> values.put(key, read.apply(entry.value())));
    return values;
  }

  /** Every scalar below this node, keys left out. */
  default List<Scalar> scalars() {
    List<Scalar> found = new ArrayList<>();
    if (this instanceof Scalar scalar) {
      found.add(scalar);
    }
    items().forEach(item -> found.addAll(item.scalars()));
    entries().values().forEach(entry -> found.addAll(entry.value().scalars()));
    return found;
  }
}
