package dev.zhaoshang.domain;

/**
 * What goes with a reply and is made when it is delivered: nothing of it is stored, so that it
 * cannot outlive what it is made of.
 *
 * @param kind what it is
 * @param subject what it is made of: a code, or an id
 * @param language that it is in
 */
public record Enclosure(Kind kind, String subject, Language language) {

  /** What can be enclosed. */
  public enum Kind {
    /** A picture of the code of an invite, to be shown to somebody's phone. */
    INVITE,
    /** A spreadsheet of all that is on record of the distributor with that id. */
    CUSTOMER,
    /** A spreadsheet of all that is on record of the person with that id. */
    PERSON,
    /** A spreadsheet of the customers of those whom the person with that id leads. */
    TEAM
  }
}
