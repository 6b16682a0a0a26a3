package dev.zhaoshang.content;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The files of dialogs/ that could be read and have their shape.
 *
 * @param names of all files, readable or not
 * @param trees by path
 */
record Folder(Set<String> names, Map<String, Tree> trees) {

  Folder {
    names = Set.copyOf(names);
    trees = Collections.unmodifiableMap(new LinkedHashMap<>(trees));
  }

  /** The files of a kind by id. */
  Map<String, Tree> all(Kind kind) {
    Map<String, Tree> found = new LinkedHashMap<>();
    trees.forEach(
        (name, tree) -> {
          if (Kind.of(name).filter(kind::equals).isPresent()) {
            found.put(kind.idOf(name), tree);
          }
        });
    return found;
  }

  /** The one file of a kind that has one file only. */
  Optional<Tree> one(Kind kind) {
    return Optional.ofNullable(trees.get(kind.path()));
  }
}
