package dev.zhaoshang.content;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the records from files that passed every rule. */
final class ContentBuilder {

  private final Folder folder;

  ContentBuilder(Folder folder) {
    this.folder = folder;
  }

  Content build(String version) {
    Map<String, Form> forms = new LinkedHashMap<>();
    Map<String, Form.Aspect> aspects = new LinkedHashMap<>();
    folder.all(Kind.FORM).values().stream()
        .flatMap(tree -> FormCheck.aspects(tree).stream())
        .map(ContentBuilder::aspect)
        .forEach(aspect -> aspects.put(aspect.id(), aspect));
    folder.all(Kind.FORM).forEach((id, tree) -> forms.put(id, form(id, tree, aspects)));
    Map<String, Tree> cards = folder.all(Kind.OBJECTION);
    Map<String, Objection> objections = new LinkedHashMap<>();
    for (String id : Objection.IDS) {
      Tree card = cards.get(id);
      if (card != null) {
        objections.put(id, objection(id, card));
      }
    }
    Map<String, Objection> further = new LinkedHashMap<>();
    cards.forEach(
        (id, card) -> {
          if (!Objection.IDS.contains(id)) {
            further.put(id, objection(id, card));
          }
        });
    Map<String, Checklist> checklists = new LinkedHashMap<>();
    folder.all(Kind.CHECKLIST).forEach((id, tree) -> checklists.put(id, checklist(id, tree)));
    return new Content(
        version,
        forms,
        Collections.unmodifiableMap(objections),
        further,
        Collections.unmodifiableMap(checklists),
        notices(),
        folder.one(Kind.WORDS).map(words -> words.at("commands").map(Tree::texts)).orElse(Map.of()),
        folder.one(Kind.REPLIES).map(replies -> replies.map(ContentBuilder::text)).orElse(Map.of()),
        folder.one(Kind.NOTHING).map(ContentBuilder::byLanguage).orElse(Map.of()),
        folder.one(Kind.UNCOVERED).map(file -> file.map(Tree::texts)).orElse(Map.of()),
        folder.one(Kind.ACTS).map(ContentBuilder::acts).orElse(Map.of()),
        folder.one(Kind.REMINDERS).map(RemindersBuilder::build).orElse(Reminders.USUAL),
        new OfferBuilder(folder).build(),
        folder.one(Kind.COMPLIANCE).map(ComplianceBuilder::build).orElse(Compliance.NONE),
        folder
            .one(Kind.PRACTICE)
            .map(file -> PracticeBuilder.build(file, folder.one(Kind.SAYINGS)))
            .orElse(Practice.NONE));
  }

  private Map<String, Text> notices() {
    Map<String, Text> notices = new LinkedHashMap<>();
    folder.all(Kind.NOTICE).forEach((id, tree) -> notices.put(id, text(tree.at("text"))));
    return Collections.unmodifiableMap(notices);
  }

  /** A form, with aspects of its own and those that it shares with others. */
  private static Form form(String id, Tree tree, Map<String, Form.Aspect> all) {
    List<Form.Aspect> aspects = new ArrayList<>();
    for (Tree item : tree.at("aspects").items()) {
      boolean shared = item.entries().containsKey("use");
      Form.Aspect aspect = shared ? all.get(item.at("use").text()) : aspect(item);
      if (aspect != null) {
        aspects.add(aspect);
      }
    }
    return new Form(id, text(tree.at("title")), tree.at("words").texts(), aspects);
  }

  private static Form.Aspect aspect(Tree tree) {
    return new Form.Aspect(
        tree.at("id").text(),
        text(tree.at("title")),
        text(tree.at("ask")),
        text(tree.at("why")),
        Integer.parseInt(tree.at("worth").text()),
        tree.at("fields").items().stream().map(ContentBuilder::field).toList());
  }

  private static Form.Field field(Tree tree) {
    List<Form.Example> examples = new ArrayList<>();
    tree.at("examples")
        .map(Tree::text)
        .forEach((text, value) -> examples.add(new Form.Example(text, value)));
    return new Form.Field(
        tree.at("id").text(),
        constant(Form.FieldType.class, tree.at("type").text()),
        Boolean.parseBoolean(tree.at("core").text()),
        text(tree.at("label")),
        text(tree.at("ask")),
        text(tree.at("retry")),
        tree.at("choices").items().stream().map(ContentBuilder::choice).toList(),
        tree.at("cues").texts(),
        when(tree),
        examples);
  }

  private static Form.Choice choice(Tree tree) {
    return new Form.Choice(tree.at("id").text(), text(tree.at("label")), tree.at("also").texts());
  }

  private static Form.@Nullable When when(Tree field) {
    if (!field.entries().containsKey("when")) {
      return null;
    }
    Tree when = field.at("when");
    return new Form.When(when.at("field").text(), when.at("is").text());
  }

  private static Objection objection(String id, Tree tree) {
    return new Objection(
        id,
        text(tree.at("title")),
        tree.at("answers").items().stream().map(ContentBuilder::answer).toList(),
        tree.at("reasons").items().stream().map(ContentBuilder::text).toList(),
        tree.at("avoid").items().stream().map(ContentBuilder::text).toList(),
        text(tree.at("example")),
        text(tree.at("next")),
        tree.at("evidence").texts(),
        followUp(tree.at("followUp")),
        tree.at("examples").map(Tree::texts),
        tree.at("together").map(Tree::texts));
  }

  private static Objection.@Nullable FollowUp followUp(Tree tree) {
    return tree.entries().isEmpty()
        ? null
        : new Objection.FollowUp(
            text(tree.at("what")), Math.max(1, Integer.parseInt(tree.at("days").text())));
  }

  private static Objection.Answer answer(Tree tree) {
    return new Objection.Answer(tree.at("id").text(), text(tree.at("say")), text(tree.at("ask")));
  }

  private static Checklist checklist(String id, Tree tree) {
    return new Checklist(
        id,
        text(tree.at("title")),
        constant(Checklist.Style.class, tree.at("style").text()),
        constant(Checklist.Owner.class, tree.at("of").text()),
        tree.at("words").texts(),
        text(tree.at("lead")),
        tree.at("items").items().stream().map(ContentBuilder::item).toList());
  }

  private static Checklist.Item item(Tree tree) {
    String lock = tree.at("lock").text();
    return new Checklist.Item(
        tree.at("id").text(),
        text(tree.at("title")),
        text(tree.at("say")),
        tree.at("also").texts(),
        tree.at("facts").texts(),
        Boolean.parseBoolean(tree.at("must").text()),
        Boolean.parseBoolean(tree.at("answer").text()),
        lock.isEmpty() ? Checklist.Lock.NONE : constant(Checklist.Lock.class, lock));
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
  }

  private static Map<String, List<String>> byLanguage(Tree kinds) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (Tree.Entry kind : kinds.entries().values()) {
      kind.value()
          .map(Tree::texts)
          .forEach(
              (language, texts) ->
                  all.computeIfAbsent(language, l -> new ArrayList<>()).addAll(texts));
    }
    return all;
  }

  private static Map<Act, List<String>> acts(Tree file) {
    Map<Act, List<String>> acts = new EnumMap<>(Act.class);
    for (Act act : Act.values()) {
      acts.put(
          act, file.at(act.id()).map(Tree::texts).values().stream().flatMap(List::stream).toList());
    }
    return acts;
  }

  static Text text(Tree tree) {
    return new Text(tree.at("zh").text(), tree.at("en").text());
  }
}
