package dev.zhaoshang.channel.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Lets those see the application's figures whom the {@link Gate} lets in; its health is
 * everybody's. A filter, because Spring's interceptors do not stand before its own endpoints.
 */
@Component
class FiguresGate extends OncePerRequestFilter {

  private static final String ENDPOINTS = "/actuator";
  private static final String HEALTH = "/actuator/health";

  private final Gate gate;
  private final HandlerExceptionResolver handlerExceptionResolver;

  FiguresGate(Gate gate, HandlerExceptionResolver handlerExceptionResolver) {
    this.gate = gate;
    this.handlerExceptionResolver = handlerExceptionResolver;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getServletPath();
    return !path.startsWith(ENDPOINTS) || path.equals(HEALTH) || path.startsWith(HEALTH + "/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      gate.checkOperator(request, response);
    } catch (ApiException refused) {
      handlerExceptionResolver.resolveException(request, response, null, refused);
      return;
    }
    chain.doFilter(request, response);
  }
}
