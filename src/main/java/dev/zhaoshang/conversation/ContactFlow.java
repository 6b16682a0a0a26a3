package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Form.Field;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Contact;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Found;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.understanding.remark.ContactReader;
import dev.zhaoshang.understanding.remark.ContactReader.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whom else to reach at a distributor, and on WeChat. */
final class ContactFlow implements Flow {

  private static final ContactReader READER = ContactReader.load();
  private static final Set<Command> OWN = Set.of(Command.CONTACT, Command.WECHAT, Command.CONTACTS);

  /** What is kept in a turn beside other things has the ids from here on. */
  private static final int FIRST_ID = 150;

  private static final String MOBILE = "mobile";

  /** What somebody's number and name are told in, which are not the customer's own. */
  private static final Set<String> WHO =
      Set.of("name", "mobile", "company", "nature", "officePhone");

  private final Draft draft;
  private final Asking asking;

  ContactFlow(Draft draft, Asking asking) {
    this.draft = draft;
    this.asking = asking;
  }

  /**
   * A number that is told of somebody else of the customer's is another contact; the customer's own
   * stays. Where there is none yet, and it is asked for, any number answers.
   */
  @Override
  public boolean text(Meaning meaning) {
    Distributor current = draft.current();
    boolean told = meaning.fields().stream().anyMatch(one -> one.field().equals(MOBILE));
    if (current == null || current.text("name").isEmpty() || !told || asksForIt(current)) {
      return false;
    }
    Optional<Told> other = READER.other(draft.in().entry().body().text().strip());
    other.ifPresent(
        one -> {
          keep(current, contact(one));
          List<Found> rest =
              meaning.fields().stream()
                  .filter(found -> found.value() != null && !WHO.contains(found.field()))
                  .toList();
          if (!rest.isEmpty()) {
            new TextTurn(draft, asking).record(meaning.telling(rest));
          }
        });
    return other.isPresent();
  }

  private boolean asksForIt(Distributor current) {
    return current.text(MOBILE).isEmpty()
        && asking.pending().filter(q -> q.fields().stream().anyMatch(this::isMobile)).isPresent();
  }

  private boolean isMobile(Field field) {
    return field.id().equals(MOBILE);
  }

  @Override
  public boolean command(Command command, Meaning meaning) {
    if (!OWN.contains(command)) {
      return false;
    }
    Distributor current = draft.current();
    String words = Objects.requireNonNullElse(meaning.argument(), "").strip();
    if (current == null || current.fields().isEmpty()) {
      draft.say("nobody", Map.of());
    } else if (command == Command.CONTACTS) {
      list(current);
    } else if (command == Command.WECHAT) {
      wechat(current, words);
    } else {
      add(current, words);
    }
    return true;
  }

  private void add(Distributor current, String words) {
    Told told = READER.read(words);
    if (told.who().isEmpty() || (told.mobile().isEmpty() && told.wechat().isEmpty())) {
      draft.say("contact.how", Map.of());
      return;
    }
    keep(current, contact(told));
  }

  private Contact contact(Told told) {
    return new Contact(
        Ids.of(draft.turn(), FIRST_ID), told.who(), told.mobile(), told.wechat(), draft.in().now());
  }

  /** Without an id the mobile is meant. */
  private void wechat(Distributor current, String words) {
    String id = words.isEmpty() ? current.text(MOBILE).orElse("") : words;
    if (id.isEmpty()) {
      draft.say("wechat.how", Map.of());
      return;
    }
    keep(current, new Contact(Contact.MAIN, "", "", id, draft.in().now()));
  }

  private void keep(Distributor current, Contact contact) {
    draft.put(Ledger.ofDistributor(current.id()), contact);
    draft.say(
        "contact.kept",
        Map.of("line", new ContactView(draft).line(current, contact)),
        new RemarkView(draft).undo());
  }

  private void list(Distributor current) {
    Ledger ledger = draft.ledger(Ledger.ofDistributor(current.id()));
    List<Contact> all = new ArrayList<>(ledger.all(Contact.class));
    if (ledger.find(Contact.class, Contact.MAIN).isEmpty()) {
      all.add(0, new Contact(Contact.MAIN, "", "", "", draft.in().now()));
    }
    String lines =
        all.stream()
            .map(contact -> "· " + new ContactView(draft).line(current, contact))
            .collect(Collectors.joining("\n"));
    draft.say("contacts", Map.of("list", lines));
  }
}
