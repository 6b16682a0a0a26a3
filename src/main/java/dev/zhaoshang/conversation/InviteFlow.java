package dev.zhaoshang.conversation;

import dev.zhaoshang.access.Access;
import dev.zhaoshang.access.Access.Deed;
import dev.zhaoshang.access.Enlisting;
import dev.zhaoshang.conversation.PersonWords.Named;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Enclosure;
import dev.zhaoshang.domain.Invite;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Notice;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    Optional<Named> parsed = PersonWords.parse(words, people);
    if (parsed.isEmpty()) {
      draft.say("invite.usage", Map.of());
      return;
    }
    Named named = parsed.get();
    Person invited = Access.namedBy(speaker, named.person());
    Optional<String> refusal = refusal(speaker, invited, named);
    if (refusal.isPresent()) {
      draft.say(refusal.get(), Map.of("name", invited.name()));
      return;
    }
    draft.save(invited);
    draft.audit("invite", invited.id());
    if (Enlisting.isEnrolled(invited) && !invited.id().equals(speaker.id())) {
      tell(speaker, invited);
    }
    offer("invite", invited.id(), INVITED, Map.of("name", invited.name()));
  }

  /** Why nobody is invited so: a code lets in whoever shows it, as the person whom it names. */
  private Optional<String> refusal(Person speaker, Person invited, Named named) {
    @Nullable Person known = named.known();
    boolean appoints = Access.may(speaker, Deed.APPOINT);
    if (!Access.mayInvite(speaker, invited)
        || (known != null && !Access.mayInvite(speaker, known))) {
      return Optional.of("access.denied");
    }
    if (!named.named().isEmpty()) {
      return Optional.of("invite.account");
    }
    if (named.isReturn() && !appoints) {
      return Optional.of("invite.left");
    }
    if (Enlisting.isEnrolled(invited) && !appoints) {
      return Optional.of("invite.enrolled");
    }
    return Enlisting.leavesNoAdmin(invited, draft.in().snapshot().people())
        ? Optional.of("people.lastAdmin")
        : Optional.empty();
  }

  /** Nobody acts in somebody's name without that person's knowing. */
  private void tell(Person speaker, Person invited) {
    Instant now = draft.in().now();
    List<Notice.Word> words = List.of(new Notice.Word("name", speaker.name()));
    draft.put(
        Ledger.ofRep(invited.id()),
        new Notice(Ids.of(draft.turn(), 0), "invite.told", words, now, now));
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
