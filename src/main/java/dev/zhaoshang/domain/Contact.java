package dev.zhaoshang.domain;

import java.time.Instant;

/**
 * Somebody else of a distributor who can be reached, or the WeChat id of the main contact, who
 * stands in the distributor's facts; in the distributor's ledger.
 *
 * @param id of the entry; {@link #MAIN} for the main contact
 * @param who name and position, as typed; empty for the main contact
 * @param mobile 11 digits; empty when not known
 * @param wechat WeChat id, or the mobile where that is it; empty when not known
 * @param at when it was told
 */
public record Contact(String id, String who, String mobile, String wechat, Instant at)
    implements LedgerEntry {

  /** Id of what is known of the main contact beside the facts. */
  public static final String MAIN = "contact-main";
}
