package dev.zhaoshang.channel.web;

import java.util.Map;
import org.springframework.http.HttpStatus;

/** A call that is refused, and why. */
class ApiException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final String key;
  private final transient Map<String, String> values;

  /**
   * A refusal.
   *
   * @param status of the response
   * @param key of its message, see {@link Messages}
   * @param values of the message's placeholders, by name
   */
  ApiException(HttpStatus status, String key, Map<String, String> values) {
    super(key + " " + values);
    this.status = status;
    this.key = key;
    this.values = Map.copyOf(values);
  }

  static ApiException badRequest(String key, Map<String, String> values) {
    return new ApiException(HttpStatus.BAD_REQUEST, key, values);
  }

  static ApiException unknownRep(String rep) {
    return new ApiException(HttpStatus.NOT_FOUND, "rep.unknown", Map.of("rep", rep));
  }

  HttpStatus status() {
    return status;
  }

  BothLanguages text() {
    return Messages.text(key, values);
  }
}
