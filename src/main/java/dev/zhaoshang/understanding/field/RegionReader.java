package dev.zhaoshang.understanding.field;

import dev.zhaoshang.domain.Found;
import dev.zhaoshang.domain.Value;
import dev.zhaoshang.understanding.text.Clause;
import dev.zhaoshang.understanding.text.Gazetteer;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Region;
import dev.zhaoshang.understanding.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Regions that are wanted, sold to directly, or sold to through others. Each clause decides by the
 * words beside its regions; one without such words goes with its neighbour, else with the question.
 */
final class RegionReader implements FieldReader {

  private static final String WANTED = "wantedRegions";
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");

  private final RegionModes modes;
  private final NamedRegions named;
  private final Pattern unlisted;
  private final Pattern whole;

  RegionReader(Lexicon lexicon, Gazetteer gazetteer) {
    modes = new RegionModes(lexicon);
    named = new NamedRegions(lexicon, gazetteer, modes);
    whole = lexicon.pattern("region.whole");
    unlisted = lexicon.pattern("region.cue");
  }

  @Override
  public void read(Reading reading) {
    boolean other =
        reading.asked().freeText() && !reading.asked().only("wantedScope", "requirements");
    List<Region> regions = named.in(reading);
    if (regions.isEmpty()) {
      unknown(reading);
      return;
    }
    Map<String, List<Region>> byField = new LinkedHashMap<>();
    List<RegionModes.Part> parts = modes.parts(reading.plain(), reading.clauses(), regions);
    for (int i = 0; i < parts.size(); i++) {
      @Nullable String mode = other ? null : mode(reading, parts, i);
      if (other && i == 0) {
        continue;
      }
      for (RegionModes.Placed placed : parts.get(i).placed()) {
        boolean all = placed.mode() == null && wantedWhole(reading, placed.region());
        @Nullable String field = placed.mode() != null ? placed.mode() : all ? WANTED : mode;
        if (field != null && (!other || field.equals(WANTED))) {
          byField.computeIfAbsent(field, f -> new ArrayList<>()).add(placed.region());
          hull(reading, parts.get(i));
        }
      }
    }
    byField.forEach((field, all) -> put(reading, field, all));
  }

  private static void hull(Reading reading, RegionModes.Part part) {
    if (part.hull() != null) {
      reading.take(part.hull());
    }
  }

  /**
   * Whether "the whole of" stands before it, which is what is wanted where nothing else is said.
   */
  private boolean wantedWhole(Reading reading, Region region) {
    return reading.asked().covers(WANTED)
        && whole.matcher(reading.plain()).region(0, region.span().from()).find();
  }

  /** What regions without words of their own are, in that part. */
  private @Nullable String mode(Reading reading, List<RegionModes.Part> parts, int at) {
    for (int i = at - 1; i >= 0; i--) {
      if (parts.get(i).open() != null) {
        hull(reading, parts.get(i));
        return parts.get(i).open();
      }
      if (!parts.get(i).placed().isEmpty() && parts.get(i).closed() != null) {
        break;
      }
    }
    Asked asked = reading.asked();
    boolean own = asked.only("directRegions", "distributionRegions");
    for (int i = at + 1; !own && i < parts.size() && !parts.get(i).placed().isEmpty(); i++) {
      if (parts.get(i).closed() != null) {
        return parts.get(i).closed();
      }
    }
    if (own) {
      return asked.covers("directRegions") ? "directRegions" : "distributionRegions";
    }
    return asked.covers(WANTED) || asked.only("wantedScope") ? WANTED : null;
  }

  private static void put(Reading reading, String field, List<Region> regions) {
    Set<String> names = new LinkedHashSet<>();
    List<String> codes = new ArrayList<>();
    Span last = regions.get(0).span();
    for (Region region : regions) {
      if (names.add(reading.text().words(region.bare()))) {
        codes.add(region.code());
        last = region.span();
      }
      reading.take(region.span());
    }
    Span first = regions.get(0).span();
    Span words = new Span(first.from(), last.to());
    reading.put(
        new Found(
            field,
            new Value.Items(List.copyOf(names)),
            reading.text().words(words.from() <= words.to() ? words : first),
            codes,
            0.9,
            null));
  }

  /** A name that no table has, with the word of an area after it. */
  private boolean unlisted(Reading reading) {
    for (Clause clause : reading.open()) {
      Matcher named = unlisted.matcher(clause.plain());
      if (named.find()) {
        int at = clause.span().from();
        Span span = new Span(at + named.start(1), at + named.end(1));
        String field = reading.asked().field() == null ? WANTED : reading.asked().field().id();
        String words = reading.text().words(span);
        Value value = new Value.Items(List.of(words));
        reading.put(new Found(field, value, words, List.of("area"), 0.7, null));
        reading.take(span);
        return true;
      }
    }
    return false;
  }

  /** Says that a region is not in the gazetteer, where the answer is nothing but one. */
  private void unknown(Reading reading) {
    if (reading.asked().about("territory") && !reading.asked().freeText() && unlisted(reading)) {
      return;
    }
    if (!reading.asked().only(WANTED, "directRegions", "distributionRegions")) {
      return;
    }
    List<Clause> open = reading.open();
    String field = reading.asked().field() == null ? WANTED : reading.asked().field().id();
    if (open.size() == 1 && open.get(0).plain().length() <= 6) {
      Matcher han = HAN.matcher(open.get(0).plain());
      if (han.matches()) {
        reading.unclear(field, open.get(0).span(), "region.unknown");
      }
    }
  }
}
