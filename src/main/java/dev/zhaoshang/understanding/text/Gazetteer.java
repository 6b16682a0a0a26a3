package dev.zhaoshang.understanding.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Provinces, cities, counties and common area names, in Chinese and in pinyin. Of places with one
 * name the one is meant that lies in a province named beside it, else the largest. Immutable.
 */
public final class Gazetteer {

  private static final int LONGEST = 12;
  private static final Pattern LATIN = Pattern.compile("[a-z]+(?:'[a-z]+)?(?: [a-z]+)?");
  private static final int LATIN_SHORTEST = 4;

  private record Place(String code, int level, String name, String suffix) {}

  private final Map<String, List<Place>> han = new HashMap<>();
  private final Map<String, List<Place>> pinyin = new HashMap<>();
  private final Set<String> wordlike = Lexicon.words("places-wordlike");
  private final Pattern area;
  private final Pattern englishArea;
  private final Pattern englishWhole;

  /** Read when it is first asked for; every reader of places shares it. */
  private static final class Packaged {
    static final Gazetteer GAZETTEER = new Gazetteer(Lexicon.load());
  }

  /** The packaged table. */
  public static Gazetteer load() {
    return Packaged.GAZETTEER;
  }

  private Gazetteer(Lexicon lexicon) {
    area = lexicon.pattern("area");
    englishArea = Pattern.compile("\\b(?:" + lexicon.pattern("area.en") + ") ([a-z]+)");
    englishWhole = Pattern.compile("\\b(?:" + lexicon.pattern("area.enwhole") + ")\\b");
    read("/gazetteer/places.tsv");
    read("/gazetteer/places-taiwan.tsv");
    readEnglish();
  }

  /** Names such as Harbin, which are not the pinyin of what they name. */
  private void readEnglish() {
    for (String line : Lexicon.lines("/gazetteer/places-english.tsv")) {
      String[] parts = line.split("\t", -1);
      pinyin
          .computeIfAbsent(parts[0], n -> new ArrayList<>())
          .addAll(han.getOrDefault(parts[1], List.of()));
    }
  }

  private void read(String table) {
    for (String line : Lexicon.lines(table)) {
      String[] parts = line.split("\t", -1);
      Place place = new Place(parts[0], Integer.parseInt(parts[1]), parts[2], parts[3]);
      han.computeIfAbsent(place.name(), n -> new ArrayList<>()).add(place);
      pinyin.computeIfAbsent(parts[4], n -> new ArrayList<>()).add(place);
    }
  }

  /** The regions of a text in its normal form, in order, none overlapping. */
  public List<Region> find(String plain) {
    List<Match> matches = new ArrayList<>();
    int at = 0;
    while (at < plain.length()) {
      @Nullable Match match = at(plain, at);
      if (match == null) {
        at++;
      } else {
        matches.add(match);
        at = match.span().to();
      }
    }
    return resolved(matches);
  }

  private record Match(Span span, Span bare, List<Place> places, boolean sure) {}

  private @Nullable Match at(String plain, int at) {
    char first = plain.charAt(at);
    if (first >= 'a' && first <= 'z') {
      return at == 0 || !Character.isLetterOrDigit(plain.charAt(at - 1)) ? latin(plain, at) : null;
    }
    if (first < 0x2E80) {
      return null;
    }
    Matcher named = area.matcher(plain).region(at, plain.length());
    named.useTransparentBounds(true);
    @Nullable Match place = han(plain, at);
    if (named.lookingAt() && (place == null || named.end() > place.span().to())) {
      Span span = new Span(at, named.end());
      return new Match(span, span, List.of(), true);
    }
    return place;
  }

  private @Nullable Match han(String plain, int at) {
    for (int length = Math.min(LONGEST, plain.length() - at); length >= 2; length--) {
      List<Place> places = han.get(plain.substring(at, at + length));
      if (places != null) {
        int end = at + length;
        int suffix = suffix(plain, end, places);
        boolean sure = suffix > 0 || !wordlike.contains(plain.substring(at, end));
        return new Match(new Span(at, end + suffix), new Span(at, end), places, sure);
      }
    }
    return null;
  }

  private static int suffix(String plain, int end, List<Place> places) {
    return places.stream()
        .map(Place::suffix)
        .filter(s -> !s.isEmpty() && plain.startsWith(s, end))
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }

  private @Nullable Match latin(String plain, int at) {
    for (Pattern pattern : List.of(englishWhole, englishArea)) {
      Matcher named = pattern.matcher(plain).region(at, plain.length());
      if (named.lookingAt() && (named.groupCount() == 0 || pinyin.containsKey(named.group(1)))) {
        Span span = new Span(at, named.end());
        return new Match(span, span, List.of(), true);
      }
    }
    Matcher words = LATIN.matcher(plain).region(at, plain.length());
    if (!words.lookingAt()) {
      return null;
    }
    String two = words.group();
    int space = two.indexOf(' ');
    String one = space < 0 ? two : two.substring(0, space);
    for (String word : List.of(two, one)) {
      List<Place> places = pinyin.get(word.replace("'", ""));
      if (places != null && word.length() >= LATIN_SHORTEST) {
        Span span = new Span(at, at + word.length());
        return new Match(span, span, places, true);
      }
    }
    return null;
  }

  private static List<Region> resolved(List<Match> matches) {
    List<Region> regions = new ArrayList<>();
    for (Match match : matches) {
      regions.add(region(match, matches));
    }
    return regions;
  }

  private static Region region(Match match, List<Match> all) {
    if (match.places().isEmpty()) {
      return new Region(match.span(), match.bare(), "area", 0, true);
    }
    Place best = match.places().get(0);
    int bestScore = Integer.MIN_VALUE;
    for (Place place : match.places()) {
      int company = beside(place, match, all) ? 4 : 0;
      int score = company - place.level();
      if (score > bestScore) {
        best = place;
        bestScore = score;
      }
    }
    boolean sure = match.sure() || best.level() < 3;
    return new Region(match.span(), match.bare(), best.code(), best.level(), sure);
  }

  /** Whether another name of the text lies only in the same province. */
  private static boolean beside(Place place, Match match, List<Match> all) {
    String province = place.code().substring(0, 2);
    return all.stream()
        .filter(other -> !other.span().equals(match.span()) && !other.places().isEmpty())
        .anyMatch(o -> o.places().stream().allMatch(p -> p.code().startsWith(province)));
  }
}
