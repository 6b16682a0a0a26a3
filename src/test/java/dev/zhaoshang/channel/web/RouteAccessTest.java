package dev.zhaoshang.channel.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zhaoshang.access.Guarded;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks every route as everybody; ArchitectureTest sees to it that all are under channel. */
class RouteAccessTest {

  private static final String TOKEN = "s3cret-token";

  /** The rep whom the calls name is {@code demo}. */
  private static final List<String> EVERYBODY =
      List.of("stranger", "other", "boss", "otherBoss", "gone", "admin", "demo");

  /** Who must be served, by what the route's rule says. */
  private static final Map<Guarded.By, List<String>> SERVED =
      Map.of(
          Guarded.By.NOBODY, EVERYBODY,
          Guarded.By.SEAL, List.of(),
          Guarded.By.SELF, List.of("demo"),
          Guarded.By.OVERSIGHT, List.of("boss", "admin", "demo"));

  private static WebServer server;
  private static String picture;
  private static final Map<String, String> COOKIES = new TreeMap<>();

  @BeforeAll
  static void serve() {
    server = new WebServer(new WebSettings(false, TOKEN, Duration.ofSeconds(20)));
    picture = server.conversation.showsChart("x").replace("#", "%23");
    for (String who : EVERYBODY) {
      if (!who.equals("stranger")) {
        COOKIES.put(
            who,
            new PageSession(who, server.people.instant(), server.people.instant()).sealed(TOKEN));
      }
    }
    server.people.leaves("gone");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  record Route(String method, String path, HandlerMethod handler) {

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  static List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    server
        .context()
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (info, handler) -> {
              if (!ErrorController.class.isAssignableFrom(handler.getBeanType())) {
                info.getMethodsCondition()
                    .getMethods()
                    .forEach(
                        method ->
                            Objects.requireNonNull(info.getPathPatternsCondition())
                                .getPatternValues()
                                .forEach(p -> routes.add(new Route(method.name(), p, handler))));
              }
            });
    return routes;
  }

  @Test
  void there_are_routes_to_walk() {
    assertThat(routes())
        .extracting(Route::toString)
        .contains("POST /api/chat", "GET /api/record", "POST /hooks/telegram", "GET /hooks/wecom");
  }

  @ParameterizedTest
  @MethodSource("routes")
  void every_route_has_a_rule(Route route) {
    assertThat(route.handler().getMethodAnnotation(Guarded.class))
        .as("Say with @Guarded for whom %s is", route)
        .isNotNull();
  }

  @ParameterizedTest
  @MethodSource("routes")
  void every_route_serves_whom_its_rule_names_and_nobody_else(Route route) {
    Guarded guarded = Objects.requireNonNull(route.handler().getMethodAnnotation(Guarded.class));
    for (String who : EVERYBODY) {
      int status = call(route, COOKIES.get(who));
      if (Objects.requireNonNull(SERVED.get(guarded.value())).contains(who)) {
        assertThat(status).as("%s as %s", route, who).isNotIn(403, 404, 405, 500);
      } else if (guarded.value() == Guarded.By.SEAL) {
        // Nobody is at home without a bot; what bears no seal is refused by tests of the channels.
        assertThat(status).as("%s as %s", route, who).isEqualTo(404);
      } else {
        assertThat(status)
            .as("%s as %s", route, who)
            .isEqualTo(who.equals("stranger") || who.equals("gone") ? 401 : 403);
      }
    }
  }

  @Test
  void that_a_superior_looks_is_on_record_once_an_hour() {
    Route record = new Route("GET", "/api/distributors", routes().get(0).handler());
    call(record, COOKIES.get("boss"));
    call(record, COOKIES.get("boss"));
    call(record, COOKIES.get("demo"));

    assertThat(server.people.audit())
        .filteredOn(entry -> entry.by().equals("boss"))
        .singleElement()
        .satisfies(entry -> assertThat(entry.what() + " " + entry.subject()).isEqualTo("see demo"));
    assertThat(server.people.audit()).noneMatch(entry -> entry.by().equals("demo"));
  }

  private static int call(Route route, @Nullable String cookie) {
    HttpRequest.BodyPublisher body =
        HttpRequest.BodyPublishers.ofString("{\"rep\":\"demo\",\"text\":\"x\",\"code\":\"x\"}");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create(server.address() + route.path() + "?rep=demo&reply=" + picture))
            .header("Content-Type", "application/json")
            .method(
                route.method(),
                route.method().equals("GET") ? HttpRequest.BodyPublishers.noBody() : body);
    if (cookie != null) {
      request.header("Cookie", PageSession.COOKIE + "=" + cookie);
    }
    return server.send(request).status();
  }
}
