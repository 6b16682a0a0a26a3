package dev.zhaoshang.store;

import dev.zhaoshang.domain.Session;
import java.util.Optional;

/** One session document a rep. */
public interface Sessions {

  /** The rep's session, migrated to the present schema; empty before the first turn. */
  Optional<Session> find(String rep);

  /**
   * Commits a turn: writes the session if nobody wrote it since.
   *
   * @param next the new session; its version is one more than that of the stored one (1 when none
   *     is)
   * @return false when another write came first; nothing was written then
   */
  boolean commit(Session next);
}
