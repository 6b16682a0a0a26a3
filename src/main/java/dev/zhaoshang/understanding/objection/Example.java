package dev.zhaoshang.understanding.objection;

import dev.zhaoshang.content.Content;
import dev.zhaoshang.content.Objection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An utterance and the objections that it raises.
 *
 * @param text as a rep types it
 * @param objections ids, main one first; empty when it raises none
 */
public record Example(String text, List<String> objections) {

  public Example {
    objections = List.copyOf(objections);
  }

  /**
   * Every example of the content: those of the cards, then those of no objection. Their order is
   * the same in each run, unlike that of the content's maps: what is learnt depends on it.
   */
  public static List<Example> of(Content content) {
    List<Example> all = new ArrayList<>();
    for (Objection card : content.objections().values()) {
      texts(card.examples()).forEach(text -> all.add(new Example(text, List.of(card.id()))));
      new TreeMap<>(card.together())
          .forEach(
              (other, texts) ->
                  texts.forEach(text -> all.add(new Example(text, List.of(card.id(), other)))));
    }
    texts(content.nothing()).forEach(text -> all.add(new Example(text, List.of())));
    return all;
  }

  /** All texts, by language tag. */
  static List<String> texts(Map<String, List<String>> byLanguage) {
    return new TreeMap<>(byLanguage).values().stream().flatMap(List::stream).toList();
  }
}
