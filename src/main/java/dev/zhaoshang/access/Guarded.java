package dev.zhaoshang.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** For whom a route of the HTTP interface is. A route that does not say so is shut. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Guarded {

  /** Whom it lets in. */
  By value();

  /** Whom a route lets in. */
  enum By {
    /** Everybody: it shows nothing of anybody. */
    NOBODY,
    /** A platform that proves with each call that it is one. */
    SEAL,
    /** Whoever is the rep that the call names. */
    SELF,
    /** The rep that the call names, the superiors above, and admins. */
    OVERSIGHT
  }
}
