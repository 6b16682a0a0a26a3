package dev.zhaoshang.understanding.field;

import dev.zhaoshang.content.Finder;
import dev.zhaoshang.understanding.text.EverydayWords;
import dev.zhaoshang.understanding.text.Gazetteer;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Region;
import dev.zhaoshang.understanding.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The places of a text that may be a territory: not those of a medicine, a journey or a home, nor
 * those that are ruled out or only say where another place lies.
 */
final class NamedRegions {

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
  private final Pattern whole;
  private final Finder eventful;
  private final EverydayWords everyday = new EverydayWords();

  NamedRegions(Lexicon lexicon, Gazetteer gazetteer, RegionModes modes) {
    this.gazetteer = gazetteer;
    this.modes = modes;
    excludedBefore = lexicon.pattern("region.excluded.before");
    excludedAfter = lexicon.pattern("region.excluded.after");
    joined = lexicon.pattern("region.and");
    eventful = lexicon.finder("region.event");
    whole = lexicon.pattern("region.whole");
    of = lexicon.pattern("of");
    drug = lexicon.pattern("drug.stem");
    somebodyFrom = lexicon.pattern("region.of");
  }

  /** The regions of the text that count, in order. */
  List<Region> in(Reading reading) {
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
          (region.sure()
                  || listed(reading, region, all)
                  || (asked && !straddled(reading.plain(), region.span())))
              && reading.free(region.span())
              && (region.sure() || !modes.overlap(reading.plain(), region.span()))
              && capital(reading, region);
      if (usable && !excluded(reading, region, all) && !(somebody(reading, region) && !asked)) {
        kept.add(region);
      }
    }
    return outerDropped(reading, kept);
  }

  /** Whether it stands in a list with a place of its province whose name is no other word. */
  private boolean listed(Reading reading, Region region, List<Region> all) {
    return all.stream()
        .filter(other -> other.sure() && other.province().equals(region.province()))
        .anyMatch(
            other ->
                beside(reading.plain(), other.span().to(), region.span().from())
                    || beside(reading.plain(), region.span().to(), other.span().from()));
  }

  /** Whether nothing but "and" or the like stands between the end of one and the start of next. */
  private boolean beside(String plain, int from, int to) {
    return from == to || (from < to && joined.matcher(plain.substring(from, to)).matches());
  }

  /** Whether its first or last character belongs to a word with the one beside it. */
  private boolean straddled(String plain, Span span) {
    int from = span.from();
    int to = span.to();
    return (from > 0 && everyday.has(plain.substring(from - 1, from + 1)))
        || (to < plain.length() && everyday.has(plain.substring(to - 1, to + 1)));
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
      boolean entire = whole.matcher(reading.plain()).region(0, outer.span().from()).find();
      if (adjacent && within && !listed && !entire) {
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
      boolean within = next.span().from() == end && next.within(first);
      if (!within && beside(reading.plain(), end, next.span().from())) {
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
}
