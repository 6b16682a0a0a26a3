package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Contact;
import dev.zhaoshang.domain.Distributor;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whom to reach, in words. */
final class ContactView {

  private final Draft draft;

  ContactView(Draft draft) {
    this.draft = draft;
  }

  /** Name, mobile and WeChat id of a contact of the distributor. */
  String line(Distributor distributor, Contact contact) {
    boolean main = contact.id().equals(Contact.MAIN);
    String who =
        main ? new Phrases(draft.content(), draft.language()).title(distributor) : contact.who();
    String mobile = main ? distributor.text("mobile").orElse("") : contact.mobile();
    return Stream.of(who, mobile, wechat(contact, mobile))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(draft.text("list.items", Map.of())));
  }

  /** The WeChat id of a contact who has that mobile; empty when none is known. */
  String wechat(Contact contact, String mobile) {
    String id = contact.wechat();
    if (id.isEmpty()) {
      return "";
    }
    return id.equals(mobile)
        ? draft.text("contact.same", Map.of())
        : draft.text("contact.wechat", Map.of("id", id));
  }
}
