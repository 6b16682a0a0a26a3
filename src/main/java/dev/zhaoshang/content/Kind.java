package dev.zhaoshang.content;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of files of dialogs/: where they lie and what they look like. */
enum Kind {
  FORM("forms/"),
  OBJECTION("objections/"),
  CHECKLIST("checklists/"),
  NOTICE("notices/"),
  WORDS("words.yml"),
  REPLIES("replies.yml"),
  NOTHING("nothing.yml"),
  UNCOVERED("uncovered.yml"),
  ACTS("acts.yml"),
  REMINDERS("reminders.yml"),
  PRODUCTS("products.yml"),
  POLICY("policy.yml"),
  COMPLIANCE("compliance.yml"),
  PRACTICE("practice.yml"),
  SAYINGS("sayings.yml");

  private final String path;

  Kind(String path) {
    this.path = path;
  }

  /** A file's path, or the folder with a slash at its end. */
  String path() {
    return path;
  }

  Shape shape() {
    return switch (this) {
      case FORM -> Shapes.FORM;
      case OBJECTION -> Shapes.OBJECTION;
      case CHECKLIST -> Shapes.CHECKLIST;
      case NOTICE -> Shapes.NOTICE;
      case WORDS -> Shapes.WORDS;
      case REPLIES -> Shapes.REPLIES;
      case NOTHING -> Shapes.NOTHING;
      case UNCOVERED -> Shapes.UNCOVERED;
      case ACTS -> Shapes.ACTS;
      case REMINDERS -> RemindersBuilder.SHAPE;
      case PRODUCTS -> OfferShapes.PRODUCTS;
      case POLICY -> OfferShapes.POLICY;
      case COMPLIANCE -> OfferShapes.COMPLIANCE;
      case PRACTICE -> PracticeShapes.PRACTICE;
      case SAYINGS -> PracticeShapes.SAYINGS;
    };
  }

  /** The name of its schema, without the ending. */
  String schema() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isFolder() {
    return path.endsWith("/");
  }

  /** The id that a file of this kind has by its name. */
  String idOf(String file) {
    return file.substring(isFolder() ? path.length() : 0, file.length() - ".yml".length());
  }

  /** The path of the file with that id. */
  String fileOf(String id) {
    return isFolder() ? path + id + ".yml" : path;
  }

  /** The kind of the file at a path within dialogs/; empty when dialogs/ has no such file. */
  static Optional<Kind> of(String file) {
    return Arrays.stream(values()).filter(kind -> kind.covers(file)).findFirst();
  }

  private boolean covers(String file) {
    if (!isFolder()) {
      return file.equals(path);
    }
    return file.startsWith(path) && file.endsWith(".yml") && file.indexOf('/', path.length()) < 0;
  }
}
