package dev.zhaoshang.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.content.Checklist.Item;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The checklists of dialogs/ are those of the source, item by item. */
class ChecklistsTest {

  private static final Content CONTENT = Dialogs.load(Path.of("dialogs"));

  @ParameterizedTest
  @CsvSource({
    "convey, 8",
    "backgroundCheck, 5",
    "firstVisitPrepare, 6",
    "firstVisitDiscuss, 5",
    "firstVisitPrinciples, 4",
    "firstVisitNotice, 3",
    "secondVisitAim, 1",
    "secondVisitMustSee, 2",
    // Its third, targets and terms of performance, is two here: a contract needs both.
    "secondVisitRequire, 4",
    "secondVisitInsist, 4",
    "secondVisitTechniques, 5",
    "existingVisitPrepare, 3",
    "existingVisitDiscuss, 3",
    "existingVisitMustSee, 3",
    "visitPrepare, 5",
    "visitReflect, 4",
    "visitTasks, 6",
    "prices, 4",
    "needs, 3",
    "receivables, 3",
    "aftersales, 4",
    "intel, 4",
    "communicate, 3",
    "guide, 4",
    "admin, 3",
    "disciplines, 3"
  })
  void each_list_has_as_many_items_as_the_source(String id, int items) {
    assertThat(CONTENT.checklist(id)).as(id).isPresent();
    assertThat(CONTENT.checklist(id).orElseThrow().items()).hasSize(items);
  }

  @Test
  void what_is_learnt_before_a_first_visit_may_not_be_passed_over() {
    assertThat(CONTENT.checklist("backgroundCheck").orElseThrow().items())
        .allMatch(Item::must)
        .allMatch(Item::answer);
  }

  @Test
  void the_discount_rate_alone_is_locked() {
    List<String> locked =
        CONTENT.checklists().values().stream()
            .flatMap(list -> list.items().stream())
            .filter(item -> item.lock() == Checklist.Lock.PRICE)
            .map(Item::id)
            .toList();
    assertThat(locked).containsExactly("discountRate");
  }

  @Test
  void a_bad_id_and_a_shared_word_are_found_in_checklists_too() {
    String text =
        """
        title: {zh: 单, en: List}
        style: list
        of: rep
        words: [帮助]
        lead: {zh: 看, en: Look}
        items:
          - {id: Bad.id, title: {zh: 甲, en: A}, say: {zh: 做, en: Do}}
        """;
    var files = new java.util.TreeMap<>(DialogFiles.in(Path.of("dialogs")).texts());
    files.put("checklists/one.yml", text);
    assertThat(new Dialogs(java.util.Set.of()).inspect(DialogFiles.of(files)).problems())
        .extracting(Problem::rule)
        .contains(Rule.BAD_ID, Rule.SHARED_COMMAND_WORD);
  }

  @Test
  void a_form_that_uses_an_aspect_that_none_has_is_reported() {
    var files = new java.util.TreeMap<>(DialogFiles.in(Path.of("dialogs")).texts());
    files.put("forms/one.yml", "title: {zh: 表, en: Form}\naspects:\n  - use: contcat\n");
    List<Problem> problems =
        new Dialogs(java.util.Set.of()).inspect(DialogFiles.of(files)).problems();
    assertThat(problems).extracting(Problem::rule).containsExactly(Rule.UNKNOWN_REFERENCE);
    assertThat(problems.get(0).guess()).isEqualTo("contact");
  }
}
