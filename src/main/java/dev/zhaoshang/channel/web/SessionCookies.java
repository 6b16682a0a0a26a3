package dev.zhaoshang.channel.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** Reads and writes the cookie of a {@link PageSession}. Scripts and other sites cannot. */
@Component
class SessionCookies {

  private final WebSettings settings;
  private final InstantSource clock;

  SessionCookies(WebSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** Begins a session. */
  void begin(String person, HttpServletRequest request, HttpServletResponse response) {
    Instant now = clock.instant();
    write(new PageSession(person, now, now), request, response);
  }

  /** The session of a request, which its use prolongs; empty when there is none or it is over. */
  Optional<PageSession> use(HttpServletRequest request, HttpServletResponse response) {
    String secret = settings.token();
    Cookie[] cookies = request.getCookies();
    if (secret == null || cookies == null) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Optional<PageSession> session =
        Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(PageSession.COOKIE))
            .findFirst()
            .flatMap(cookie -> PageSession.open(secret, cookie.getValue(), now));
    session
        .filter(one -> now.isAfter(one.used().plus(PageSession.FRESH)))
        .ifPresent(one -> write(one.at(now), request, response));
    return session;
  }

  /** Ends the session of this browser. */
  void end(HttpServletRequest request, HttpServletResponse response) {
    add("", Duration.ZERO, request, response);
  }

  private void write(
      PageSession session, HttpServletRequest request, HttpServletResponse response) {
    String secret = settings.token();
    if (secret != null) {
      add(session.sealed(secret), PageSession.IDLE, request, response);
    }
  }

  private static void add(
      String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
    ResponseCookie cookie =
        ResponseCookie.from(PageSession.COOKIE, value)
            .httpOnly(true)
            .secure(!Gate.LOOPBACK.contains(request.getServerName()))
            .sameSite("Strict")
            .path("/api")
            .maxAge(age)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}
