package dev.zhaoshang.content;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An ordered list of aspects to ask.
 *
 * @param id the file's name
 * @param title what it is called
 * @param words that begin it, as typed; empty for one that begins otherwise
 * @param aspects in the order in which they are asked
 */
public record Form(String id, Text title, List<String> words, List<Aspect> aspects) {

  public Form {
    words = List.copyOf(words);
    aspects = List.copyOf(aspects);
  }

  /** The aspect with that id. */
  public Optional<Aspect> aspect(String aspectId) {
    return aspects.stream().filter(a -> a.id().equals(aspectId)).findFirst();
  }

  /** The aspect that is, or has the field, with that id. */
  public Optional<Aspect> aspectOf(String aspectOrFieldId) {
    return aspects.stream()
        .filter(
            a ->
                a.id().equals(aspectOrFieldId)
                    || a.fields().stream().anyMatch(f -> f.id().equals(aspectOrFieldId)))
        .findFirst();
  }

  /** The field with that id. */
  public Optional<Field> field(String fieldId) {
    return aspects.stream()
        .flatMap(a -> a.fields().stream())
        .filter(f -> f.id().equals(fieldId))
        .findFirst();
  }

  /**
   * What is asked together.
   *
   * @param id global id
   * @param title short name for the record
   * @param ask the question
   * @param why why it is asked
   * @param worth how much it is worth asking when there is time for one question only; higher first
   * @param fields what it learns, core ones first
   */
  public record Aspect(String id, Text title, Text ask, Text why, int worth, List<Field> fields) {

    public Aspect {
      fields = List.copyOf(fields);
    }
  }

  /**
   * One thing to learn.
   *
   * @param id global id, camelCase
   * @param type how its value is read and kept
   * @param core asked for while it is open; others are asked once, together
   * @param label short name for the record
   * @param ask the question
   * @param retry the shorter question after an unclear answer
   * @param choices of an enum, in the order of their buttons; empty for others
   * @param cues words that announce its value in running text, longest match wins; may be empty
   * @param when condition under which it is asked; null for always
   * @param examples answers to its question, each with its value; every one is a test
   */
  public record Field(
      String id,
      FieldType type,
      boolean core,
      Text label,
      Text ask,
      Text retry,
      List<Choice> choices,
      List<String> cues,
      @Nullable When when,
      List<Example> examples) {

    public Field {
      choices = List.copyOf(choices);
      cues = List.copyOf(cues);
      examples = List.copyOf(examples);
    }
  }

  /** How a field's value is read and kept. */
  public enum FieldType {
    /** A person's name. */
    NAME,
    /** A company or unit. */
    COMPANY,
    /** A postal address. */
    ADDRESS,
    /** A mobile number, 11 digits. */
    MOBILE,
    /** A fixed-line number: {@code 0512-62345678}. */
    LANDLINE,
    /** 6 digits. */
    POSTCODE,
    /** One of the choices. */
    CHOICE,
    /** A head count. */
    INTEGER,
    /** How many of something there are. */
    COUNT,
    /** Yes or no. */
    BOOLEAN,
    /** Regions of the gazetteer. */
    REGIONS,
    /** A list of products. */
    PRODUCTS,
    /** One product. */
    PRODUCT,
    /** A price or rate with its unit as typed. */
    PRICE,
    /** A quantity with its period as typed. */
    VOLUME,
    /** The rep's words. */
    TEXT,
    /** What there is of something, in the rep's words; it may be nothing. */
    NOTES
  }

  /**
   * A choice.
   *
   * @param id its value
   * @param label on its button
   * @param also other words for it, in any language
   */
  public record Choice(String id, Text label, List<String> also) {

    public Choice {
      also = List.copyOf(also);
    }
  }

  /**
   * A condition on another field.
   *
   * @param field id of the other field
   * @param is the value that it must have
   */
  public record When(String field, String is) {}

  /**
   * An answer and what it says.
   *
   * @param text what the rep types when asked for the field
   * @param value the value as text: list items joined by a comma, booleans true or false
   */
  public record Example(String text, String value) {}
}
