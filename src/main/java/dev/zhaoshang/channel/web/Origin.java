package dev.zhaoshang.channel.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Where a call comes from. A browser sends its cookies with whatever a site makes it call, and lets
 * any site call this machine; it says which page made the call, though.
 */
final class Origin {

  private static final Set<String> OWN_PAGE = Set.of("same-origin", "none");

  private Origin() {}

  /** Whether a call comes from our own page, or from no page at all. */
  static boolean isOwnPage(HttpServletRequest request) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    String site = request.getHeader("Sec-Fetch-Site");
    // Without the scheme: what is before us may take away the encryption.
    return (origin == null || isOf(origin, request.getHeader(HttpHeaders.HOST)))
        && (site == null || OWN_PAGE.contains(site));
  }

  private static boolean isOf(String origin, @Nullable String host) {
    try {
      return host != null && host.equals(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * Whether a call comes from this machine and means it: a site may have its own name resolve to
   * this machine.
   */
  static boolean isThisMachine(HttpServletRequest request) {
    return Gate.LOOPBACK.contains(request.getServerName()) && isLoopback(request.getRemoteAddr());
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
