package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Trip;
import dev.zhaoshang.domain.Trip.Stop;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes what each of the visit list is told before departure and on arrival: a message to copy,
 * with an {@code sms:} link where the mobile is known, and a tick once it was sent.
 */
final class TripNotices {

  private static final String DEPARTURE = "departureNotice";
  private static final String ARRIVAL = "arrivalNotice";

  private final Draft draft;
  private final TripView view;

  TripNotices(Draft draft, TripView view) {
    this.draft = draft;
    this.view = view;
  }

  /** Writes the notices that were not sent yet; says so when none is left. */
  void write(Trip trip, boolean arrival) {
    List<Stop> left = left(trip, arrival);
    if (left.isEmpty()) {
      draft.say("notice.all", Map.of());
      return;
    }
    for (Stop stop : left) {
      String text = text(trip, stop, arrival);
      Button told =
          view.button(
              "button.notice.sent",
              trip,
              arrival ? TripView.TOLD_ARRIVAL : TripView.TOLD_DEPARTURE,
              stop.distributor());
      draft.say(
          arrival ? "notice.arrival" : "notice.departure",
          Map.of("title", stop.title(), "text", text, "link", link(stop.mobile(), text)),
          told);
    }
  }

  /** Ticks one off as sent. */
  void told(Trip trip, String distributor, boolean arrival) {
    Trip now = trip.told(distributor, arrival);
    draft.put(draft.own().id(), now);
    int left = left(now, arrival).size();
    String title = now.stop(distributor).map(Stop::title).orElse("");
    draft.say(
        left == 0 ? "notice.sent.last" : "notice.sent",
        Map.of("title", title, "n", String.valueOf(left)));
  }

  private static List<Stop> left(Trip trip, boolean arrival) {
    return trip.stops().stream().filter(stop -> !stop.isTold(arrival)).toList();
  }

  private String text(Trip trip, Stop stop, boolean arrival) {
    Person speaker = draft.in().snapshot().speaker();
    String rep = speaker == null ? draft.in().session().rep() : speaker.name();
    String text =
        Objects.requireNonNull(draft.content().notices().get(arrival ? ARRIVAL : DEPARTURE))
            .in(draft.language());
    String area = stop.area().isEmpty() ? view.areas(trip) : stop.area();
    return filled(
        text,
        Map.of(
            "name", stop.title(),
            "rep", rep,
            "days", view.days(trip),
            "time", before(trip.time()),
            "area", area,
            "hotel", Objects.requireNonNullElse(trip.hotel(), ""),
            "phone", before(trip.hotelPhone())));
  }

  private static String before(@Nullable String words) {
    return words == null ? "" : " " + words;
  }

  private static String filled(String text, Map<String, String> values) {
    String filled = text;
    for (Map.Entry<String, String> value : values.entrySet()) {
      filled = filled.replace("{" + value.getKey() + "}", value.getValue());
    }
    return filled;
  }

  private String link(String mobile, String text) {
    if (mobile.isEmpty()) {
      return draft.text("notice.noMobile", Map.of());
    }
    String body = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    return "sms:" + mobile + "?&body=" + body;
  }
}
