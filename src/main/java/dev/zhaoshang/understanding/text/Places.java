package dev.zhaoshang.understanding.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where the cities of the packaged table lie. Immutable. */
public final class Places {

  private static final Places PACKAGED = new Places();

  private static final double KM_A_DEGREE = 111.2;

  /** Further from any county seat nobody is in the country. */
  private static final double FURTHEST_KM = 200;

  /** Codes of Beijing, Tianjin, Shanghai and Chongqing begin so: they have no cities. */
  private static final Set<String> MUNICIPALITIES = Set.of("11", "12", "31", "50");

  private final Map<String, String> names = new HashMap<>();
  private final List<Point> points = new ArrayList<>();

  private Places() {
    for (String line : Lexicon.lines("/gazetteer/places.tsv")) {
      String[] parts = line.split("\t", -1);
      names.put(parts[0], parts[2]);
    }
    for (String line : Lexicon.lines("/gazetteer/coordinates.tsv")) {
      String[] parts = line.split("\t", -1);
      points.add(new Point(parts[0], Double.parseDouble(parts[1]), Double.parseDouble(parts[2])));
    }
  }

  private record Point(String code, double latitude, double longitude) {

    double kmTo(double otherLatitude, double otherLongitude) {
      double middle = Math.toRadians((latitude + otherLatitude) / 2);
      double north = latitude - otherLatitude;
      double east = (longitude - otherLongitude) * Math.cos(middle);
      return Math.hypot(north, east) * KM_A_DEGREE;
    }
  }

  /**
   * A city.
   *
   * @param code of the division, as in the Chinese standard GB/T 2260
   * @param name without the ending that says what it is
   */
  public record Place(String code, String name) {}

  /** The packaged table. */
  public static Places packaged() {
    return PACKAGED;
  }

  /** The city whose nearest county seat is nearest; empty for a point outside the country. */
  public Optional<Place> nearest(double latitude, double longitude) {
    return points.stream()
        .min(Comparator.comparingDouble(point -> point.kmTo(latitude, longitude)))
        .filter(point -> point.kmTo(latitude, longitude) <= FURTHEST_KM)
        .flatMap(point -> named(city(point.code())));
  }

  /** The city with that code. */
  public Optional<Place> named(String code) {
    return Optional.ofNullable(names.get(code)).map(name -> new Place(code, name));
  }

  private String city(String code) {
    String province = code.substring(0, 2);
    String city = code.substring(0, 4) + "00";
    if (MUNICIPALITIES.contains(province)) {
      return province + "0000";
    }
    return names.containsKey(city) ? city : code;
  }
}
