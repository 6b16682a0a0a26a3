package dev.zhaoshang.understanding.territory;

import dev.zhaoshang.content.Offer;
import dev.zhaoshang.understanding.text.Areas;
import dev.zhaoshang.understanding.text.Gazetteer;
import dev.zhaoshang.understanding.text.HanlpScript;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Region;
import dev.zhaoshang.understanding.text.Script;
import dev.zhaoshang.understanding.text.Span;
import dev.zhaoshang.understanding.text.Typed;
import dev.zhaoshang.understanding.time.TimeReading;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a line on a territory: a region, one of our products, an agent, a last day. Immutable. */
public final class TerritoryReader {

  private static final Areas AREAS = Areas.load();

  private final Script script = new HanlpScript();
  private final Gazetteer gazetteer;
  private final Pattern free;
  private final Pattern filler;

  /** Takes its words from the lexicon. */
  public TerritoryReader(Lexicon lexicon) {
    gazetteer = Gazetteer.load();
    free = lexicon.pattern("territory.free");
    filler = lexicon.pattern("territory.filler");
  }

  /**
   * What a line tells.
   *
   * @param codes of GB/T 2260 of the region: several of a larger area; empty when it names none
   * @param words the region as typed; empty when it names none
   * @param product id of our product; null when it names none
   * @param agent who works it; empty when it names nobody
   * @param until last day of the protection; null when it tells none
   * @param free whether it says that nobody works it
   */
  public record Told(
      List<String> codes,
      String words,
      @Nullable String product,
      String agent,
      @Nullable LocalDate until,
      boolean free) {
    public Told {
      codes = List.copyOf(codes);
    }
  }

  /** Gazetteer codes of the regions of a text. */
  public List<String> codes(String text) {
    Typed typed = Typed.of(text, script);
    return gazetteer.find(typed.plain()).stream()
        .flatMap(region -> codes(typed, region).stream())
        .toList();
  }

  private static List<String> codes(Typed typed, Region region) {
    return AREAS.codes(region.code(), typed.words(region.bare()));
  }

  /**
   * Reads a line.
   *
   * @param text as typed
   * @param times the words of time in it
   */
  public Told read(String text, Offer offer, TimeReading times) {
    Typed typed = Typed.of(text, script);
    StringBuilder rest = new StringBuilder(typed.plain());
    Optional<Region> region = gazetteer.find(typed.plain()).stream().findFirst();
    region.ifPresent(found -> blank(rest, found.span()));
    times.spans().forEach(span -> blank(rest, span));
    Optional<Offer.Product> product = offer.product(text);
    product.ifPresent(found -> names(found).forEach(name -> blank(rest, name)));
    boolean open = free.matcher(rest).find();
    String agent = open ? "" : agent(typed, rest);
    return new Told(
        region.map(found -> codes(typed, found)).orElse(List.of()),
        region.map(found -> typed.words(found.span())).orElse(""),
        product.map(Offer.Product::id).orElse(null),
        agent,
        times.first().map(when -> when.to()).orElse(null),
        open);
  }

  private List<String> names(Offer.Product product) {
    List<String> names = new ArrayList<>(product.also());
    names.add(product.name().zh());
    names.add(product.name().en());
    return names.stream().map(name -> Typed.of(name, script).plain()).toList();
  }

  /** What is left when all that is read, and the words around it, are taken away. */
  private String agent(Typed typed, StringBuilder rest) {
    Matcher matcher = filler.matcher(rest);
    List<Span> spans = new ArrayList<>();
    while (matcher.find()) {
      boolean apart = alone(rest, matcher.start() - 1) || alone(rest, matcher.end());
      if (apart && matcher.end() > matcher.start()) {
        spans.add(new Span(matcher.start(), matcher.end()));
      }
    }
    spans.forEach(span -> blank(rest, span));
    int from = 0;
    int to = rest.length();
    while (from < to && !Character.isLetterOrDigit(rest.charAt(from))) {
      from++;
    }
    while (to > from && !Character.isLetterOrDigit(rest.charAt(to - 1))) {
      to--;
    }
    return typed.words(from, to);
  }

  private static boolean alone(CharSequence text, int at) {
    return at < 0 || at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
  }

  private static void blank(StringBuilder text, String words) {
    int at = text.indexOf(words);
    if (at >= 0 && !words.isEmpty()) {
      blank(text, new Span(at, at + words.length()));
    }
  }

  private static void blank(StringBuilder text, Span span) {
    text.replace(span.from(), span.to(), " ".repeat(span.to() - span.from()));
  }
}
