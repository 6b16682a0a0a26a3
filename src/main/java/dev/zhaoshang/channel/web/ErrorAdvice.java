package dev.zhaoshang.channel.web;

import dev.zhaoshang.store.StoreUnavailableException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Turns whatever went wrong with a call into a status and a message that says what to do. */
@RestControllerAdvice
class ErrorAdvice {

  private static final Logger LOG = LoggerFactory.getLogger(ErrorAdvice.class);

  @ExceptionHandler
  ResponseEntity<ErrorJson> refused(ApiException e) {
    return answer(e.status(), e.text());
  }

  @ExceptionHandler
  ResponseEntity<ErrorJson> storeDown(StoreUnavailableException e) {
    LOG.warn("A call was refused: the store cannot be reached", e);
    return answer(HttpStatus.SERVICE_UNAVAILABLE, Messages.text("store.down"));
  }

  @ExceptionHandler
  ResponseEntity<ErrorJson> incomplete(MissingServletRequestParameterException e) {
    return answer(
        HttpStatus.BAD_REQUEST,
        Messages.text("parameter.missing", Map.of("name", e.getParameterName())));
  }

  /** The caller hung up; nobody reads an answer. */
  @ExceptionHandler(AsyncRequestNotUsableException.class)
  void gone() {}

  @ExceptionHandler
  ResponseEntity<ErrorJson> other(Exception e) {
    if (e instanceof ErrorResponse response && response.getStatusCode().is4xxClientError()) {
      HttpStatusCode status = response.getStatusCode();
      return switch (status.value()) {
        case 404, 405, 415 -> answer(status, Messages.text("http." + status.value()));
        default ->
            answer(status, Messages.text("http.other", Map.of("status", "" + status.value())));
      };
    }
    LOG.error("A call failed", e);
    return answer(HttpStatus.INTERNAL_SERVER_ERROR, Messages.text("internal"));
  }

  private static ResponseEntity<ErrorJson> answer(HttpStatusCode status, BothLanguages text) {
    ResponseEntity.BodyBuilder builder =
        ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON);
    switch (status.value()) {
      case 401 -> builder.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
      case 429, 503 -> builder.header(HttpHeaders.RETRY_AFTER, "2");
      default -> {}
    }
    return builder.body(new ErrorJson(text));
  }

  /**
   * The body of a refused call.
   *
   * @param error what is off and what to do
   */
  record ErrorJson(BothLanguages error) {}
}
