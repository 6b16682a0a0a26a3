package dev.zhaoshang.channel.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets calls of the API in: by the token of the settings, or, in the open demo, from this machine.
 * There any web site that the rep has open could call too, so the demo also looks at the name by
 * which it was called (a site may have its own name resolve to this machine) and at the page that
 * the call comes from.
 */
@Component
class Gate implements HandlerInterceptor {

  private static final Set<String> LOOPBACK =
      Set.of("localhost", "127.0.0.1", "[::1]", "[0:0:0:0:0:0:0:1]");

  private static final Set<String> OWN_PAGE = Set.of("same-origin", "none");

  private static final String BEARER = "Bearer ";

  private final WebSettings settings;

  Gate(WebSettings settings) {
    this.settings = settings;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (settings.open()) {
      checkOrigin(request);
    } else {
      checkToken(request.getHeader(HttpHeaders.AUTHORIZATION));
    }
    return true;
  }

  private void checkToken(@Nullable String authorization) {
    String token = settings.token();
    if (token == null) {
      throw unauthorized("token.unset");
    }
    if (authorization == null
        || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      throw unauthorized("token.missing");
    }
    byte[] given = authorization.substring(BEARER.length()).trim().getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), given)) {
      throw unauthorized("token.wrong");
    }
  }

  private static void checkOrigin(HttpServletRequest request) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    String site = request.getHeader("Sec-Fetch-Site");
    String own = request.getScheme() + "://" + request.getHeader(HttpHeaders.HOST);
    boolean fromOwnPage =
        (origin == null || origin.equals(own)) && (site == null || OWN_PAGE.contains(site));
    if (!fromOwnPage
        || !LOOPBACK.contains(request.getServerName())
        || !isLoopback(request.getRemoteAddr())) {
      throw new ApiException(HttpStatus.FORBIDDEN, "origin.foreign", Map.of());
    }
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static ApiException unauthorized(String key) {
    return new ApiException(HttpStatus.UNAUTHORIZED, key, Map.of());
  }
}
