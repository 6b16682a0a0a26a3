package dev.zhaoshang;

import dev.zhaoshang.channel.web.WebSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says where the application listens. */
@Component
class Announcement {

  private static final Logger LOG = LoggerFactory.getLogger(Announcement.class);

  private final WebSettings web;

  Announcement(WebSettings web) {
    this.web = web;
  }

  @EventListener
  void ready(WebServerInitializedEvent event) {
    int port = event.getWebServer().getPort();
    if (web.open()) {
      LOG.info("Chat page: http://127.0.0.1:{}/", port);
    } else {
      LOG.info("HTTP API on port {}, with a token", port);
    }
  }
}
