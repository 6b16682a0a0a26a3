package dev.zhaoshang.store;

/**
 * The store cannot be reached or did not answer in time; nothing that was asked of it is certain.
 */
public class StoreUnavailableException extends RuntimeException {

  /** With what happened and what to do. */
  public StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
