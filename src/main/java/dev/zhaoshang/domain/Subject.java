package dev.zhaoshang.domain;

import java.util.Map;
import java.util.Optional;

/** What facts are told of: a distributor, a rep's day. */
public interface Subject {

  /** Unique among its kind; it goes into buttons, so it is short and has no colon. */
  String id();

  /** Fact by field id. */
  Map<String, Fact> fields();

  /** The fact of a field, if anything was ever said of it. */
  default Optional<Fact> fact(String field) {
    return Optional.ofNullable(fields().get(field));
  }

  /** The known text of a field, if it has one. */
  default Optional<String> text(String field) {
    return fact(field)
        .map(Fact::value)
        .map(value -> value instanceof Value.Text text ? text.raw() : null);
  }
}
