/**
 * The application: start, wiring and settings. Everything else lives in a package by feature:
 *
 * <pre>
 * channel ──► inbox ──► conversation ──► understanding    text in, meaning out; no state, no I/O
 *  ▲                        │  ▲  └────► content          what to ask and say, as immutable records
 *  │                        ▼  └───────  machine          what may happen next
 *  └────── outbox ◄─── one atomic commit per turn ──► store
 * </pre>
 *
 * <p>Glossary, one word per idea:
 *
 * <ul>
 *   <li><b>rep</b>: a sales representative who recruits and looks after distributors.
 *   <li><b>distributor</b>: a possible or actual customer of a rep.
 *   <li><b>session</b>: where a rep is in the conversation; one document a rep.
 *   <li><b>turn</b>: one update of a rep and everything that follows from it, committed at once.
 *   <li><b>reply</b>: one message to the rep, with an id that says what it is.
 *   <li><b>field</b>: one thing to learn of a distributor. <b>fact</b>: what is known of a field.
 *   <li><b>aspect</b>: fields that are asked together. <b>form</b>: an ordered list of aspects.
 *   <li><b>flow</b>: the Java that orders forms, checklists, lists and gates of one feature.
 *   <li><b>checklist</b>: points to tick, with notes.
 *   <li><b>objection</b>: what a distributor says against us. <b>card</b>: the answer to one.
 *   <li><b>act</b>: what a line does after a question: it answers, passes on or is about something
 *       else.
 *   <li><b>follow-up</b>: something that is to be done for a distributor by a date.
 * </ul>
 */
@NullMarked
package dev.zhaoshang;

import org.jspecify.annotations.NullMarked;
