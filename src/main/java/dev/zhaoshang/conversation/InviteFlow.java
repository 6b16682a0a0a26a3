package dev.zhaoshang.conversation;

import dev.zhaoshang.access.Access;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Enclosure;
import dev.zhaoshang.domain.Invite;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Codes that let accounts in: of people who are invited, and of a person's other app. */
final class InviteFlow implements Flow {

  private static final Duration INVITED = Duration.ofDays(3);
  private static final Duration LINKED = Duration.ofMinutes(15);

  private final Draft draft;

  InviteFlow(Draft draft) {
    this.draft = draft;
  }

  @Override
  public boolean command(Command command, Meaning meaning) {
    switch (command) {
      case INVITE -> invite(Objects.requireNonNullElse(meaning.argument(), ""));
      case LINK -> offer("link", draft.in().session().rep(), LINKED, Map.of());
      default -> {
        return false;
      }
    }
    return true;
  }

  private void invite(String words) {
    Person speaker = Objects.requireNonNull(draft.in().snapshot().speaker());
    List<Person> people = draft.in().snapshot().people();
    Optional<Person> parsed =
        PersonWords.parse(words, people).map(person -> Access.namedBy(speaker, person));
    if (parsed.isEmpty()) {
      draft.say("invite.usage", Map.of());
      return;
    }
    Person invited = parsed.get();
    Optional<Person> known =
        people.stream().filter(one -> one.id().equals(invited.id())).findFirst();
    if (!Access.mayInvite(speaker, invited)
        || known.filter(one -> !Access.mayInvite(speaker, one)).isPresent()) {
      draft.say("access.denied", Map.of());
      return;
    }
    draft.save(invited);
    draft.audit("invite", invited.id());
    offer("invite", invited.id(), INVITED, Map.of("name", invited.name()));
  }

  private void offer(String reply, String person, Duration good, Map<String, String> more) {
    String code = draft.in().code();
    Invite invite =
        new Invite(Invite.ID, person, draft.in().session().rep(), draft.in().now().plus(good));
    draft.put(Invite.ledgerOf(code), invite);
    Map<String, String> values = new java.util.HashMap<>(more);
    values.put("code", code);
    draft.reply(
        new Reply(reply, draft.text(reply, values), null, null, List.of())
            .with(new Enclosure(Enclosure.Kind.INVITE, code, draft.language())));
  }
}
