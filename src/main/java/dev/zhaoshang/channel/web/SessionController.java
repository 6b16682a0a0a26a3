package dev.zhaoshang.channel.web;

import dev.zhaoshang.access.Guarded;
import dev.zhaoshang.access.Reception;
import dev.zhaoshang.domain.Person;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signs in at the page with a code that the assistant gave out by another app, and out again. */
@RestController
class SessionController {

  private static final String PATH = "/api/session";

  private final ChatRequestReader reader;
  private final Reception reception;
  private final SessionCookies cookies;
  private final Throttle throttle;
  private final Supplier<String> newId;
  private final WebSettings settings;

  SessionController(
      ChatRequestReader reader,
      Reception reception,
      SessionCookies cookies,
      Throttle throttle,
      Supplier<String> newId,
      WebSettings settings) {
    this.reader = reader;
    this.reception = reception;
    this.cookies = cookies;
    this.throttle = throttle;
    this.newId = newId;
    this.settings = settings;
  }

  @Guarded(Guarded.By.NOBODY)
  @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
  SignedIn signIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (settings.token() == null) {
      throw new ApiException(HttpStatus.UNAUTHORIZED, "token.unset", Map.of());
    }
    throttle.beforeGuess(request.getRemoteAddr());
    String code = reader.readCode(request.getInputStream());
    Optional<Person> person = reception.signIn(newId.get(), code);
    if (person.isEmpty()) {
      throttle.wrongGuess(request.getRemoteAddr());
      throw new ApiException(HttpStatus.UNAUTHORIZED, "code.wrong", Map.of());
    }
    cookies.begin(person.get().id(), request, response);
    return new SignedIn(person.get().id(), person.get().name());
  }

  @Guarded(Guarded.By.NOBODY)
  @DeleteMapping(PATH)
  ResponseEntity<Void> signOut(HttpServletRequest request, HttpServletResponse response) {
    cookies.end(request, response);
    return ResponseEntity.noContent().build();
  }

  /**
   * Who signed in.
   *
   * @param rep id of the person, for the calls that name a rep
   * @param name of the person
   */
  record SignedIn(String rep, String name) {}
}
