package dev.zhaoshang.content;

import dev.zhaoshang.domain.Language;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Everything of dialogs/ at one moment.
 *
 * @param version hash of all files
 * @param forms by id
 * @param objections by id, in the order of the source
 * @param further cards against objections beyond the eight, by id
 * @param checklists by id
 * @param notices what a rep sends to distributors, by id; with placeholders
 * @param commands words that give a command, by the command's name in lower case
 * @param replies texts by reply id
 * @param nothing utterances that raise no objection, by language tag
 * @param uncovered objections that no card covers, by language tag
 * @param acts what a line does after a question, by examples
 * @param reminders when the assistant speaks unasked
 * @param offer products and policy
 * @param compliance what may not be said or promised
 * @param practice what reps practise
 */
public record Content(
    String version,
    Map<String, Form> forms,
    Map<String, Objection> objections,
    Map<String, Objection> further,
    Map<String, Checklist> checklists,
    Map<String, Text> notices,
    Map<String, List<String>> commands,
    Map<String, Text> replies,
    Map<String, List<String>> nothing,
    Map<String, List<String>> uncovered,
    Map<Act, List<String>> acts,
    Reminders reminders,
    Offer offer,
    Compliance compliance,
    Practice practice) {

  public Content {
    forms = Collections.unmodifiableMap(new LinkedHashMap<>(forms));
    further = Collections.unmodifiableMap(new LinkedHashMap<>(further));
    commands = Map.copyOf(commands);
    replies = Map.copyOf(replies);
    nothing = Map.copyOf(nothing);
    uncovered = Map.copyOf(uncovered);
    acts = Collections.unmodifiableMap(new TreeMap<>(acts));
  }

  /** The ten aspects of a first talk. */
  public Form intake() {
    return form("intake").orElseThrow();
  }

  /** The form with that id. */
  public Optional<Form> form(String id) {
    return Optional.ofNullable(forms.get(id));
  }

  /** The card with that id, one of the eight or a further one. */
  public Optional<Objection> objection(String id) {
    Objection one = objections.get(id);
    return Optional.ofNullable(one == null ? further.get(id) : one);
  }

  /** All cards, the eight first. */
  public List<Objection> cards() {
    return Stream.concat(objections.values().stream(), further.values().stream()).toList();
  }

  /** The checklist with that id. */
  public Optional<Checklist> checklist(String id) {
    return Optional.ofNullable(checklists.get(id));
  }

  /**
   * A reply's text.
   *
   * @throws IllegalArgumentException when dialogs/ has none under that id; lint prevents it
   */
  public String say(String replyId, Language language) {
    Text text = replies.get(replyId);
    if (text == null) {
      throw new IllegalArgumentException("No reply " + replyId + " in dialogs/replies.yml");
    }
    return text.in(language);
  }
}
