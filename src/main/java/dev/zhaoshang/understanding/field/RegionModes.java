package dev.zhaoshang.understanding.field;

import dev.zhaoshang.understanding.text.Clause;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Region;
import dev.zhaoshang.understanding.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words beside regions that tell which field they belong to. */
final class RegionModes {

  /** A region, and the field that words of its own clause give it; null when none do. */
  record Placed(Region region, @Nullable String mode) {}

  /**
   * A clause.
   *
   * @param placed its regions
   * @param open field of the words before its regions, which go on to the next clause; else null
   * @param closed field of the words after its regions; else null
   * @param hull from the first to the last of its regions and those words
   */
  record Part(
      List<Placed> placed, @Nullable String open, @Nullable String closed, @Nullable Span hull) {}

  private record Cue(String field, Span span) {}

  private static final String WANTED = "wantedRegions";

  private final Map<String, Pattern> cues = new LinkedHashMap<>();
  private final Pattern weak;
  private final Pattern topic;

  RegionModes(Lexicon lexicon) {
    cues.put("directRegions", lexicon.pattern("mode.direct"));
    cues.put("distributionRegions", lexicon.pattern("mode.distribution"));
    cues.put(WANTED, lexicon.pattern("mode.wanted"));
    weak = lexicon.pattern("mode.wanted.weak");
    topic = lexicon.pattern("mode.topic");
  }

  /** Whether a clause says that something is wanted. */
  boolean wanted(String plain) {
    Pattern wanted = cues.get(WANTED);
    return wanted != null && wanted.matcher(plain).find();
  }

  /** Whether what may be a place is part of such words. */
  boolean overlap(String plain, Span place) {
    return cues.values().stream()
        .flatMap(cue -> cue.matcher(plain).results())
        .anyMatch(m -> place.overlaps(new Span(m.start(), m.end())));
  }

  List<Part> parts(String plain, List<Clause> clauses, List<Region> regions) {
    List<Part> parts = new ArrayList<>();
    for (Clause clause : clauses) {
      List<Region> inside = regions.stream().filter(r -> clause.span().contains(r.span())).toList();
      parts.add(part(plain, inside, cues(plain, clause.span())));
    }
    return parts;
  }

  private Part part(String plain, List<Region> regions, List<Cue> cues) {
    if (cues.isEmpty()) {
      return new Part(
          regions.stream().map(r -> new Placed(r, null)).toList(), null, null, hull(regions, cues));
    }
    if (regions.isEmpty()) {
      Cue last = cues.get(cues.size() - 1);
      boolean named = topic.matcher(plain).region(last.span().to(), plain.length()).lookingAt();
      return new Part(List.of(), last.field(), null, named ? last.span() : null);
    }
    boolean before = cues.get(0).span().from() < regions.get(0).span().from();
    Cue last = cues.get(cues.size() - 1);
    boolean trailed =
        !last.field().equals(WANTED)
            && last.span().from() > regions.get(regions.size() - 1).span().from();
    List<Placed> placed = new ArrayList<>();
    @Nullable Region previous = null;
    boolean opened = before;
    for (Region region : regions) {
      opened &= previous == null || !listEnds(previous, region, placed, cues);
      boolean wanted = opened && cues.get(0).field().equals(WANTED);
      boolean led = before && (wanted || !trailed);
      placed.add(new Placed(region, led ? last(cues, region) : next(cues, region)));
      previous = region;
    }
    String field = placed.get(placed.size() - 1).mode();
    return new Part(
        placed, before && !trailed ? field : null, before ? null : field, hull(regions, cues));
  }

  /** Whether another list begins: after a word of a field, with a place in the last, or anew. */
  private static boolean listEnds(Region one, Region next, List<Placed> placed, List<Cue> cues) {
    return next.within(one)
        || (next.level() > 0
            && placed.stream().anyMatch(p -> p.region().code().equals(next.code())))
        || cues.stream()
            .map(cue -> cue.span().from())
            .anyMatch(at -> at >= one.span().to() && at < next.span().from());
  }

  private static @Nullable Span hull(List<Region> regions, List<Cue> cues) {
    if (regions.isEmpty()) {
      return null;
    }
    int from = regions.get(0).span().from();
    int to = regions.get(regions.size() - 1).span().to();
    for (Cue cue : cues) {
      from = Math.min(from, cue.span().from());
      to = Math.max(to, cue.span().to());
    }
    return new Span(from, to);
  }

  private static String last(List<Cue> cues, Region region) {
    String field = cues.get(0).field();
    for (Cue cue : cues) {
      field = cue.span().from() < region.span().from() ? cue.field() : field;
    }
    return field;
  }

  private static String next(List<Cue> cues, Region region) {
    for (Cue cue : cues) {
      if (cue.span().from() >= region.span().to()) {
        return cue.field();
      }
    }
    return cues.get(cues.size() - 1).field();
  }

  private List<Cue> cues(String plain, Span clause) {
    List<Cue> all = new ArrayList<>();
    cues.forEach(
        (field, pattern) -> {
          Matcher matcher = pattern.matcher(plain).region(clause.from(), clause.to());
          matcher.useTransparentBounds(true);
          while (matcher.find()) {
            Span span = new Span(matcher.start(), matcher.end());
            if (span.length() > 0 && all.stream().noneMatch(c -> c.span().overlaps(span))) {
              all.add(new Cue(field, span));
            }
          }
        });
    Matcher noun = weak.matcher(plain).region(clause.from(), clause.to());
    if (all.isEmpty() && noun.find()) {
      all.add(new Cue(WANTED, new Span(noun.start(), noun.end())));
    }
    all.sort(Comparator.comparingInt(c -> c.span().from()));
    return all;
  }
}
