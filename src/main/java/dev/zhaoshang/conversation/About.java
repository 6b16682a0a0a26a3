package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.Remark;
import dev.zhaoshang.store.Distributors.Card;
import dev.zhaoshang.understanding.followup.FollowUpReader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whom a text is about: the distributor whom it names, if it is one; else the current one, unless
 * the text names somebody else.
 *
 * @param distributor id; null for nobody on record
 * @param title name of the distributor, or whom the text names; empty for nobody
 */
record About(@Nullable String distributor, String title) {

  private static final FollowUpReader READER = FollowUpReader.load();

  /** Whom a text is about; the turn's snapshot has to have the rep's distributors. */
  static About of(Draft draft, String text) {
    List<String> people = READER.people(text);
    List<Card> named = cards(draft, text);
    if (named.size() == 1) {
      return of(draft, named.get(0));
    }
    String stranger = people.isEmpty() ? "" : people.get(0);
    Distributor current = draft.current();
    if (current == null || current.fields().isEmpty()) {
      return new About(null, stranger);
    }
    boolean fits = named.stream().anyMatch(card -> card.id().equals(current.id()));
    boolean nameless = current.text("name").isEmpty();
    return fits || (named.isEmpty() && (stranger.isEmpty() || nameless))
        ? new About(current.id(), title(draft, current))
        : new About(null, stranger);
  }

  /** Whom a text names, if it names one of the rep's distributors. */
  static Optional<About> named(Draft draft, String text) {
    List<Card> named = cards(draft, text);
    return named.size() == 1 ? Optional.of(of(draft, named.get(0))) : Optional.empty();
  }

  /** Ids of all the rep's distributors whom a text may name. */
  static Set<String> allNamed(Draft draft, String text) {
    return cards(draft, text).stream().map(Card::id).collect(Collectors.toSet());
  }

  private static List<Card> cards(Draft draft, String text) {
    List<String> people = READER.people(text);
    return draft.in().snapshot().portfolio().stream()
        .filter(card -> NameMatch.isNamed(text, people, card))
        .toList();
  }

  private static About of(Draft draft, Card card) {
    Distributor distributor = draft.find(card.id());
    return new About(card.id(), distributor == null ? card.name() : title(draft, distributor));
  }

  private static String title(Draft draft, Distributor distributor) {
    return new Phrases(draft.content(), draft.language()).title(distributor);
  }

  /** Id of the ledger in which what is told of them stands. */
  String ledger(Draft draft) {
    return distributor == null
        ? Remark.ledger(draft.in().session().rep())
        : Ledger.ofDistributor(distributor);
  }
}
