package dev.zhaoshang.domain;

/** What a rep can tell the assistant to do, in any state. */
public enum Command {
  /** Greets and says what this is. */
  START,
  /** Says what can be done. */
  HELP,
  /** Begins a new distributor; the argument, if any, is the first that is told of it. */
  NEW,
  /** Goes to another distributor; the argument says which. */
  SWITCH,
  /** Lists the rep's distributors. */
  LIST,
  /** Searches the rep's distributors; the argument is what to look for. */
  SEARCH,
  /** Shows the record of the current distributor. */
  STATUS,
  /** Shows the record as text to copy. */
  COPY,
  /** Finishes the intake and shows the summary. */
  DONE,
  /** Takes back the last turn that changed something. */
  UNDO,
  /** Says the last question again. */
  REPEAT,
  /** Explains why something is asked. */
  WHY,
  /** The customer is about to hang up: ask what is most worth asking. */
  HURRY,
  /** Changes a numbered line of the record, or a field by its name; the argument says which. */
  CHANGE,
  /** Passes over the question. */
  SKIP,
  /** Leaves what is under way. */
  CANCEL,
  /** Lists the objections, or shows the card that the argument names. */
  OBJECTION,
  /** Another way to answer the objection whose card is shown. */
  ANOTHER,
  /** The card that is shown answers something else than was meant. */
  WRONG_CARD,
  /** Unfolds the card that is shown. */
  MORE,
  /** Back to the question. */
  BACK,
  /** Changes the language; the argument is {@code zh} or {@code en}. */
  LANGUAGE,
  /** Lists the people of the company; for admins. */
  PEOPLE,
  /** Adds a person or an account; for admins. The argument says who. */
  ADD_PERSON,
  /** Ends a person's access; for admins. The argument is the id. */
  REMOVE_PERSON,
  /** Begins the form about the current distributor whose id the argument is. */
  FORM,
  /** Opens the checklist whose id the argument is; without one lists them. */
  CHECKLIST,
  /** The contract of the current distributor is no more. */
  CONTRACT_OFF,
  /** Claims the current distributor, whom another rep has too; the superior decides. */
  CLAIM,
  /** Counts and names of the distributors at each stage. */
  PIPELINE,
  /** What a rep wants to know before a call, of the distributor whom the argument names. */
  BEFORE,
  /** Says how far the current distributor has come, and what is next. */
  STAGE,
  /** Gives the current distributor up; the argument, if any, is the reason. */
  DROP,
  /** Takes a distributor out of the lists; it is kept. */
  ARCHIVE,
  /** Brings the current distributor back: from the archive, or after it was given up. */
  RESTORE,
  /** Lets somebody in by a code; for superiors and admins. The argument says whom. */
  INVITE,
  /** Makes a code by which the speaker's other account becomes known. */
  LINK,
  /** Removes what is known of the current distributor; for admins. The argument is its id. */
  ERASE,
  /** Gives out all that is on record of the speaker, or of the distributor the argument names. */
  EXPORT,
  /** Gives out the customers of those whom the speaker leads. */
  TEAM_EXPORT,
  /** The group from which this comes is told how the day of the speaker's team was. */
  TEAM_GROUP,
  /** That group is told no more. */
  TEAM_GROUP_END,
  /** Agrees to what is offered. */
  YES,
  /** Declines what is offered. */
  NO,
  /** Keeps what the text tells to do, with its time. */
  FOLLOW_UP,
  /** Lists what is to be done and what was promised. */
  TODO,
  /** Something of that list is done; the argument says which. */
  TICK_OFF,
  /** Something of that list is not to be done any more; the argument says which. */
  DISCARD,
  /** Something of that list is moved to the time that the text tells. */
  POSTPONE,
  /** Something of that list is handed over to a colleague. */
  HAND_OVER,
  /**
   * Keeps, moves or cancels an appointment with a distributor, which the argument, else the text,
   * tells; without one lists them.
   */
  APPOINT,
  /** Shows what the rep wishes of reminders. */
  SETTINGS,
  /** Another time zone; the argument names it. */
  TIMEZONE,
  /** Another time of the check-in, or other days of work; the argument says which. */
  CHECKIN_TIME,
  /** Another time of the morning brief; the argument says which. */
  BRIEF_TIME,
  /** Another time of the digest of the team; the argument says which. */
  DIGEST_TIME,
  /** Other quiet hours; the argument says which. */
  QUIET,
  /** Nothing is sent unasked any more. */
  REMINDERS_OFF,
  /** Reminders are sent again. */
  REMINDERS_ON,
  /** Takes the leave that the text tells. */
  LEAVE,
  /** Ends leave. */
  LEAVE_END,
  /** The public holidays that are known. */
  CALENDAR,
  /** Reports the day. */
  CHECKIN,
  /** Gives reps something to do, or lists what was given; the argument says whom and what. */
  DIRECTIVE,
  /** Shows how the team's day stands; for those who lead one. */
  TEAM,
  /** Small talk: a greeting, thanks, laughter. */
  CHAT,
  /** Shows the facts that prove what the shown card says. */
  EVIDENCE,
  /** Our discount rate and supply price, unless they are locked. */
  RATE,
  /** Works out a profit; the argument has the figures. */
  PROFIT,
  /** Tells how the last card went. */
  OUTCOME,
  /** Which answers work, for the rep and the rep's team. */
  INSIGHTS,
  /** Objections that no card covers, for superiors. */
  UNANSWERED,
  /** Notes of possible adverse drug reactions, for superiors. */
  SAFETY,
  /** Begins a visit; the argument, if any, says with whom. */
  VISIT,
  /** Asks what came of the last visit, and makes its record card. */
  VISIT_OVER,
  /** Asks what the last visit showed of the market, and writes the report. */
  MARKET_REPORT,
  /** Sets a target of a month, of the rep or of the customer whom the argument names. */
  TARGET,
  /** Tells what was sold in a month. */
  SOLD,
  /** Shows targets against results. */
  PERFORMANCE,
  /** Adds another contact of the current distributor, whom the argument tells. */
  CONTACT,
  /** Keeps the WeChat id of the main contact; without an argument it is the mobile. */
  WECHAT,
  /** Lists the contacts of the current distributor. */
  CONTACTS,
  /** Plans a trip, or shows the one that is open; the argument has days and places. */
  TRIP,
  /** Puts somebody on the visit list of the trip; the argument says whom. */
  TRIP_ADD,
  /** Takes somebody off the visit list; the argument says whom, by name or number. */
  TRIP_REMOVE,
  /** Moves the trip to other days, which the argument tells. */
  TRIP_MOVE,
  /** Begins the trip. */
  DEPART,
  /** Arrived on a trip; the argument has the hotel and its phone. */
  ARRIVED,
  /** Ends a trip that is under way, or gives a planned one up. */
  TRIP_OVER,
  /** Keeps a price that was heard; the argument, else the text, tells it. */
  PRICE,
  /** Compares the prices that were kept; the argument, if any, narrows them down. */
  PRICES,
  /** Keeps what a customer owes; the argument, else the text, tells it. */
  OWED,
  /** Keeps what a customer paid of a debt; the argument, else the text, tells it. */
  PAID,
  /** Lists what customers owe. */
  RECEIVABLES,
  /** Keeps news of competitors, and reports it to the superior. */
  INTEL,
  /** Keeps what a customer needs. */
  NEED,
  /** Keeps what a customer complains of. */
  COMPLAINT,
  /** Keeps a service that was promised to a customer. */
  SERVICE,
  /** Lists news, needs, complaints and services; the argument, if any, narrows them down. */
  REMARKS,
  /** Who works which region; the argument changes it, for superiors. */
  TERRITORY,
  /** Practises answering an objection that the argument names, or shows how it goes. */
  PRACTICE,
  /** Practises one objection for a minute. */
  DRILL
}
