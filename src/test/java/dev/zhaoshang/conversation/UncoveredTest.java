package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.content.Content;
import dev.zhaoshang.content.DialogFiles;
import dev.zhaoshang.content.Dialogs;
import dev.zhaoshang.conversation.machine.SpringTransitions;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Reply;
import dev.zhaoshang.domain.Uncovered;
import dev.zhaoshang.understanding.TextUnderstanding;
import dev.zhaoshang.understanding.act.ActLearner;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objections that no card covers: from the call to the superior's list to a new card. */
class UncoveredTest {

  private static final String ODD = "客户说他老婆不同意换厂家 我怎么回";

  private Workbench bench;
  private @Nullable Brain learnt;

  @BeforeEach
  void open(@TempDir Path dir) {
    bench = new Workbench(dir, () -> learnt == null ? Brains.ofDialogs() : learnt);
    bench.store.people().save(person("boss", Person.Role.SUPERIOR, null));
    bench.store.people().save(person("rep", Person.Role.REP, "boss"));
    bench.store.people().save(person("other", Person.Role.REP, null));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void what_no_card_covers_is_admitted_answered_by_the_principle_and_collected() {
    bench.say("rep", "王建国 13812380001");
    List<Reply> replies = bench.say("rep", "他说家里老太太不同意他再做药 怎么回");
    assertThat(ids(replies)).containsExactly("uncovered", "ask.nature");
    assertThat(replies.get(0).text()).contains("不在我的卡片里").contains("怎样卖");
    assertThat(collected()).extracting(Uncovered::words).containsExactly("他说家里老太太不同意他再做药 怎么回");
    assertThat(collected().get(0).distributor()).isEqualTo(bench.session("rep").distributor());
  }

  @Test
  void none_of_the_three_offered_is_collected_with_the_words_that_were_typed() {
    bench.say("rep", "王建国 13812380002");
    List<Reply> which = bench.say("rep", "/objection 市场");
    assertThat(ids(which)).startsWith("which");
    assertThat(ids(bench.tap("rep", "都不是"))).containsExactly("uncovered", "ask.nature");
    assertThat(collected()).extracting(Uncovered::words).containsExactly("市场");
  }

  @Test
  void only_who_leads_sees_the_list_and_only_of_the_own_people() {
    bench.say("rep", ODD);
    bench.say("other", ODD);
    assertThat(ids(bench.say("rep", "/unanswered"))).startsWith("unanswered.denied");
    Reply list = bench.say("boss", "/unanswered").get(0);
    assertThat(list.text()).contains("共1条").contains("老婆");
    assertThat(bench.press("rep", list.buttons().get(0).data()).get(0).id()).isEqualTo("stale");
    bench.say("boss", "/unanswered");
    assertThat(ids(bench.tap("boss", "1 不用了"))).startsWith("unanswered.none");
  }

  @Test
  void the_draft_is_a_card_that_is_accepted_and_known_from_then_on() {
    bench.say("rep", ODD);
    bench.say("boss", "/unanswered");
    String draft = bench.tap("boss", "1 起草卡片").get(0).text();
    String card = draft.substring(draft.indexOf("# yaml-language-server")) + "\n";
    Map<String, String> texts = new TreeMap<>(DialogFiles.in(Path.of("dialogs")).texts());
    texts.put("objections/wifeDisagrees.yml", card);
    Content content = new Dialogs(Set.of()).load(DialogFiles.of(texts));
    Brain old = Brains.ofDialogs();
    learnt =
        new Brain(
            content,
            new TextUnderstanding(content, text -> List.of(), new ActLearner().learn(content), 0.5),
            new SpringTransitions(content.forms().values()),
            old.judge(),
            old.unsure());
    assertThat(bench.say("rep", "客户说他老婆不同意换厂家").get(0).id()).isEqualTo("card.wifeDisagrees");
    assertThat(bench.tap("rep", "换个说法").get(0).id()).isEqualTo("card.wifeDisagrees");
  }

  private List<Uncovered> collected() {
    return bench.store.ledgers().find(Uncovered.LEDGER).all(Uncovered.class);
  }

  private static Person person(String id, Person.Role role, @Nullable String superior) {
    return new Person(id, id, role, "team", superior, true, List.of());
  }

  private static List<String> ids(List<Reply> replies) {
    return replies.stream().map(Reply::id).toList();
  }
}
