package dev.zhaoshang.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.domain.Contact;
import dev.zhaoshang.domain.Ledger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several contacts of a distributor, and WeChat. */
class ContactTest extends AtTheBench {

  private static int people;
  private String mobile = "";

  @BeforeEach
  void begin() {
    mobile = "1371234" + String.format("%04d", ++people);
    bench.say(rep, "王建国 苏州康泰医药 " + mobile);
  }

  @Test
  void another_contact_is_kept_beside_the_first() {
    assertThat(ids(bench.say(rep, "加联系人 采购李敏 13912345678 微信同号"))).startsWith("contact.kept");
    Contact kept = ledger().all(Contact.class).get(0);
    assertThat(kept.who()).isEqualTo("采购李敏");
    assertThat(kept.mobile()).isEqualTo("13912345678");
    assertThat(kept.wechat()).isEqualTo("13912345678");
    assertThat(bench.current(rep).orElseThrow().text("mobile")).hasValue(mobile);
    assertThat(bench.say(rep, "联系人").get(0).text()).contains("王建国", mobile, "采购李敏", "微信同号");
  }

  @Test
  void the_wechat_id_of_the_first_is_its_own_or_the_mobile() {
    bench.say(rep, "微信同号");
    assertThat(ledger().find(Contact.class, Contact.MAIN).orElseThrow().wechat()).isEqualTo(mobile);
    bench.say(rep, "微信号：Wang_jg88");
    assertThat(bench.say(rep, "/contacts").get(0).text()).contains("微信 Wang_jg88");
    bench.say(rep, "撤销");
    assertThat(ledger().find(Contact.class, Contact.MAIN).orElseThrow().wechat()).isEqualTo(mobile);
  }

  @Test
  void a_contact_who_cannot_be_reached_is_not_kept() {
    assertThat(ids(bench.say(rep, "加联系人 采购李敏"))).startsWith("contact.how");
    assertThat(ledger().all(Contact.class)).isEmpty();
  }

  private Ledger ledger() {
    return bench
        .shelves
        .ledgers()
        .find(Ledger.ofDistributor(bench.current(rep).orElseThrow().id()));
  }
}
