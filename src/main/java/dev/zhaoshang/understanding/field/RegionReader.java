package dev.zhaoshang.understanding.field;

import dev.zhaoshang.content.Finder;
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

  /** Words that exclude a region stand so near, in characters. */
  private static final int BESIDE = 40;

  private final Gazetteer gazetteer;
  private final RegionModes modes;
  private final Pattern excludedBefore;
  private final Pattern excludedAfter;
  private final Pattern somebodyFrom;
  private final Pattern drug;
  private final Pattern of;
  private final Pattern joined;
  private final Pattern unlisted;
  private final Finder eventful;

  RegionReader(Lexicon lexicon, Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    modes = new RegionModes(lexicon);
    excludedBefore = lexicon.pattern("region.excluded.before");
    excludedAfter = lexicon.pattern("region.excluded.after");
    joined = lexicon.pattern("region.and");
    unlisted = lexicon.pattern("region.cue");
    eventful = lexicon.finder("region.event");
    of = lexicon.pattern("of");
    drug = lexicon.pattern("drug.stem");
    somebodyFrom = lexicon.pattern("region.of");
  }

  @Override
  public void read(Reading reading) {
    if (reading.asked().freeText() && !reading.asked().only("wantedScope", "requirements")) {
      return;
    }
    List<Region> regions = regions(reading);
    if (regions.isEmpty()) {
      unknown(reading);
      return;
    }
    Map<String, List<Region>> byField = new LinkedHashMap<>();
    List<RegionModes.Part> parts = modes.parts(reading.plain(), reading.clauses(), regions);
    for (int i = 0; i < parts.size(); i++) {
      @Nullable String mode = mode(reading, parts, i);
      for (RegionModes.Placed placed : parts.get(i).placed()) {
        @Nullable String field = placed.mode() != null ? placed.mode() : mode;
        if (field != null) {
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

  /** What regions without words of their own are, in that part. */
  private @Nullable String mode(Reading reading, List<RegionModes.Part> parts, int at) {
    for (int i = at - 1; i >= 0; i--) {
      if (parts.get(i).open() != null) {
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

  private List<Region> regions(Reading reading) {
    List<Region> kept = new ArrayList<>();
    boolean asked = reading.asked().about("territory");
    List<Span> drugs = new ArrayList<>();
    drug.matcher(reading.plain()).results().forEach(m -> drugs.add(new Span(m.start(), m.end())));
    List<Region> all = gazetteer.find(reading.plain());
    for (Region region : all) {
      if (drugs.stream().anyMatch(region.span()::overlaps)) {
        continue;
      }
      if (travels(reading, region)) {
        continue;
      }
      boolean usable =
          (region.sure() || asked) && reading.free(region.span()) && capital(reading, region);
      if (usable && !excluded(reading, region, all) && !(somebody(reading, region) && !asked)) {
        kept.add(region);
      }
    }
    return outerDropped(reading, kept);
  }

  /** Whether its clause tells where somebody is met, and not what is wanted. */
  private boolean travels(Reading reading, Region region) {
    return eventful.in(reading.plain())
        && reading.clauses().stream()
            .filter(clause -> clause.span().contains(region.span()))
            .anyMatch(clause -> eventful.in(clause.plain()) && !modes.wanted(clause.plain()));
  }

  /** A province right before a place in it only says where that place is. */
  private List<Region> outerDropped(Reading reading, List<Region> all) {
    List<Region> kept = new ArrayList<>(all);
    for (int i = 0; i + 1 < all.size(); i++) {
      Region outer = all.get(i);
      Region inner = all.get(i + 1);
      int gap = inner.span().from() - outer.span().to();
      boolean adjacent =
          gap == 0
              || (gap == 1
                  && of.matcher(reading.plain().substring(outer.span().to(), inner.span().from()))
                      .matches());
      boolean within = outer.level() > 0 && inner.level() > outer.level() && inner.within(outer);
      boolean listed = i > 0 && all.get(i - 1).span().to() == outer.span().from();
      if (adjacent && within && !listed) {
        kept.remove(outer);
      }
    }
    return kept;
  }

  private static boolean capital(Reading reading, Region region) {
    char first = reading.text().cased().charAt(region.span().from());
    return first < 'a' || first > 'z' || region.level() < 3 || reading.asked().about("territory");
  }

  private boolean excluded(Reading reading, Region region, List<Region> all) {
    String plain = reading.plain();
    int from = region.span().from();
    int to = listEnd(reading, region, all);
    int next =
        all.stream()
            .mapToInt(r -> r.span().from())
            .filter(at -> at >= to)
            .min()
            .orElse(BESIDE + to);
    int reach = Math.min(Math.min(plain.length(), to + BESIDE), next);
    return excludedBefore.matcher(plain).region(Math.max(0, from - BESIDE), from).find()
        || excludedAfter.matcher(plain).region(to, reach).find();
  }

  /** End of the list of regions that goes on from that one with nothing but "and" between. */
  private int listEnd(Reading reading, Region first, List<Region> all) {
    int end = first.span().to();
    for (Region next : all) {
      boolean beside = next.span().from() == end && !next.within(first);
      if (beside) {
        end = next.span().to();
      } else if (next.span().from() > end
          && joined.matcher(reading.plain().substring(end, next.span().from())).matches()) {
        end = next.span().to();
      }
    }
    return end;
  }

  private boolean somebody(Reading reading, Region region) {
    int to = region.span().to();
    String plain = reading.plain();
    return somebodyFrom.matcher(plain).region(to, Math.min(plain.length(), to + BESIDE)).find();
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
