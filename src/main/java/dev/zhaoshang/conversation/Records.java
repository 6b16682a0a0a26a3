package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Language;
import java.util.List;
import java.util.Optional;

/** What was recorded, for those who look at it without talking. */
public interface Records {

  /**
   * The living distributors of a rep, oldest first; empty for a rep without any.
   *
   * @throws dev.zhaoshang.store.StoreUnavailableException when the store cannot be read
   */
  List<Distributor> of(String rep);

  /**
   * The record of the distributor that the rep is talking about, labelled in that language; empty
   * when there is none.
   *
   * @throws dev.zhaoshang.store.StoreUnavailableException when the store cannot be read
   */
  Optional<RecordView> current(String rep, Language language);
}
