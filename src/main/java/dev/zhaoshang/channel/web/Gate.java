package dev.zhaoshang.channel.web;

import dev.zhaoshang.access.Directory;
import dev.zhaoshang.access.Guarded;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Stands before every route and lets in whom its rule names: by the token of the settings, by a
 * session of the page, or, in the open demo, from this machine. A route without a rule is shut.
 */
@Component
class Gate implements HandlerInterceptor {

  /** Names by which this machine calls itself. */
  static final Set<String> LOOPBACK =
      Set.of("localhost", "127.0.0.1", "[::1]", "[0:0:0:0:0:0:0:1]");

  private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

  private static final Set<String> READING = Set.of("GET", "HEAD");

  private static final String BEARER = "Bearer ";

  private final WebSettings settings;
  private final Directory directory;
  private final Admission admission;
  private final SessionCookies cookies;
  private final Throttle throttle;

  Gate(
      WebSettings settings,
      Directory directory,
      Admission admission,
      SessionCookies cookies,
      Throttle throttle) {
    this.settings = settings;
    this.directory = directory;
    this.admission = admission;
    this.cookies = cookies;
    this.throttle = throttle;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getDispatcherType() != DispatcherType.REQUEST
        || !(handler instanceof HandlerMethod method)
        || ErrorController.class.isAssignableFrom(method.getBeanType())) {
      // A call that was let in and goes on; the files of the page; what says that nothing is here.
      return true;
    }
    Guarded guarded = method.getMethodAnnotation(Guarded.class);
    if (guarded == null) {
      LOG.error("{} has no rule and is shut", method);
      throw new ApiException(HttpStatus.FORBIDDEN, "route.shut", Map.of());
    }
    switch (guarded.value()) {
      case SEAL -> {}
      case NOBODY -> {
        if (!Origin.isOwnPage(request)) {
          throw foreign();
        }
      }
      case SELF, OVERSIGHT -> admit(request, response, guarded.value());
    }
    return true;
  }

  /**
   * Returns if the call may see how the application does: it bears the token, or comes from this
   * machine in the open demo. Whoever is signed in at the page has no part in that.
   *
   * @throws ApiException if it may not
   */
  void checkOperator(HttpServletRequest request, HttpServletResponse response) {
    if (!settings.open() && request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
      throw unauthorized(settings.token() == null ? "token.unset" : "token.missing");
    }
    caller(request, response);
  }

  private void admit(HttpServletRequest request, HttpServletResponse response, Guarded.By guard) {
    Caller caller = caller(request, response);
    request.setAttribute(Caller.ATTRIBUTE, caller);
    String rep = request.getParameter("rep");
    if (rep != null) {
      admission.check(caller, guard, rep);
    }
  }

  private Caller caller(HttpServletRequest request, HttpServletResponse response) {
    if (settings.open()) {
      if (!Origin.isThisMachine(request) || !Origin.isOwnPage(request)) {
        throw foreign();
      }
      return new Caller.Trusted();
    }
    String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (authorization != null) {
      checkToken(authorization, request.getRemoteAddr());
      return new Caller.Trusted();
    }
    Caller.SignedIn signedIn =
        cookies
            .use(request, response)
            .flatMap(session -> directory.active(session.person()))
            .map(Caller.SignedIn::new)
            .orElseThrow(
                () -> unauthorized(settings.token() == null ? "token.unset" : "token.missing"));
    if (!READING.contains(request.getMethod()) && !Origin.isOwnPage(request)) {
      throw foreign();
    }
    throttle.call(signedIn.person().id());
    return signedIn;
  }

  private void checkToken(String authorization, String address) {
    String token = settings.token();
    if (token == null) {
      throw unauthorized("token.unset");
    }
    if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      throw unauthorized("token.missing");
    }
    throttle.beforeGuess(address);
    byte[] given = authorization.substring(BEARER.length()).trim().getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), given)) {
      throttle.wrongGuess(address);
      throw unauthorized("token.wrong");
    }
  }

  private ApiException foreign() {
    String key = settings.open() ? "origin.foreign" : "origin.otherSite";
    return new ApiException(HttpStatus.FORBIDDEN, key, Map.of());
  }

  private static ApiException unauthorized(String key) {
    return new ApiException(HttpStatus.UNAUTHORIZED, key, Map.of());
  }
}
