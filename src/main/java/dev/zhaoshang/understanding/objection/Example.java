package dev.zhaoshang.understanding.objection;

import dev.zhaoshang.content.Content;
import dev.zhaoshang.content.Objection;
import java.util.ArrayList;
import java.util.List;

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

  /** Every example of the content, in its order: those of the cards, then those of no objection. */
  public static List<Example> of(Content content) {
    List<Example> all = new ArrayList<>();
    for (Objection card : content.objections().values()) {
      card.examples().values().stream()
          .flatMap(List::stream)
          .forEach(text -> all.add(new Example(text, List.of(card.id()))));
      card.together()
          .forEach(
              (other, texts) ->
                  texts.forEach(text -> all.add(new Example(text, List.of(card.id(), other)))));
    }
    content.nothing().values().stream()
        .flatMap(List::stream)
        .forEach(text -> all.add(new Example(text, List.of())));
    return all;
  }
}
