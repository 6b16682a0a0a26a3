package dev.zhaoshang.channel.web;

import dev.zhaoshang.domain.Person;

/** Who calls the API. */
sealed interface Caller {

  /** The attribute of a request that holds its caller. */
  String ATTRIBUTE = "dev.zhaoshang.caller";

  /** What bears the token of the settings, or the open demo: it speaks for every rep. */
  record Trusted() implements Caller {}

  /** Somebody who signed in at the page. */
  record SignedIn(Person person) implements Caller {}
}
