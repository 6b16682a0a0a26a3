package dev.zhaoshang.understanding.field;

import dev.zhaoshang.domain.Found;
import dev.zhaoshang.domain.Value;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Numbers;
import dev.zhaoshang.understanding.text.Quantity;
import dev.zhaoshang.understanding.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How many people of each kind: pairs the words for a role with the number that stands by them. */
final class TeamReader implements FieldReader {

  /** Most people that a distributor can plausibly have. */
  static final int MOST = 99_999;

  /** How far a number may stand from its role. */
  private static final int REACH = 40;

  private static final List<String> ROLES = List.of("clinicalReps", "otcReps", "promoters");

  private record Role(String field, Span span) {}

  private record Hit(Found found, Span span) {}

  private final Map<String, Pattern> roles = new LinkedHashMap<>();
  private final Numbers numbers;
  private final HeadCounts heads;
  private final Pattern person;
  private final Pattern total;
  private final Pattern notRole;
  private final Pattern roleHas;
  private final Pattern gap;
  private final Pattern before;
  private final Pattern none;
  private final Pattern noneBefore;
  private final Pattern excluded;
  private final Pattern nobody;
  private final Pattern minus;
  private final Pattern aloneLead;

  TeamReader(Lexicon lexicon, Numbers numbers) {
    this.numbers = numbers;
    this.heads = new HeadCounts(lexicon, numbers, REACH);
    roles.put("clinicalReps", lexicon.pattern("role.clinical"));
    roles.put("otcReps", lexicon.pattern("role.otc"));
    roles.put("promoters", lexicon.pattern("role.promoters"));
    person = lexicon.pattern("role.person");
    total = lexicon.pattern("role.total");
    notRole = lexicon.pattern("role.not.before");
    roleHas = lexicon.pattern("role.has");
    gap = lexicon.pattern("role.gap");
    before = lexicon.pattern("role.before");
    none = lexicon.pattern("role.none.after");
    noneBefore = lexicon.pattern("role.none.before");
    minus = lexicon.pattern("count.minus");
    aloneLead = lexicon.pattern("role.alone.lead");
    nobody = lexicon.pattern("role.nobody");
    excluded = lexicon.pattern("role.excluded");
  }

  @Override
  public void read(Reading reading) {
    @Nullable Role carried = null;
    for (Span segment : segments(reading.plain())) {
      List<Role> named = roles(reading, segment);
      if (!named.isEmpty()) {
        List<Hit> after = pair(reading, segment, named, true);
        List<Hit> ahead = pair(reading, segment, named, false);
        boolean turned =
            ahead.size() == after.size() && numberOpens(reading, segment, named.get(0));
        List<Hit> hits = turned || ahead.size() > after.size() ? ahead : after;
        hits.stream().filter(hit -> plainlyTold(reading, hit)).forEach(hit -> put(reading, hit));
        carried = hits.isEmpty() && named.size() == 1 ? named.get(0) : null;
      } else if (carried != null) {
        alone(reading, segment, carried);
        carried = null;
      }
    }
    bare(reading);
    total(reading);
  }

  /** Asked for the rep's own words, only what comes after them and names people is a count. */
  private boolean plainlyTold(Reading reading, Hit hit) {
    if (!reading.asked().freeText() || reading.asked().only("requirements")) {
      return true;
    }
    String words = reading.plain().substring(hit.span().from(), hit.span().to());
    return hit.span().from() >= reading.clauses().get(0).span().to()
        && person.matcher(words).find();
  }

  /** A part that is nothing but a number belongs to the role of the part before it. */
  private void alone(Reading reading, Span segment, Role role) {
    List<Quantity> all = heads.in(reading, segment.from(), segment.to());
    Span trimmed = reading.trimmed(segment.from(), segment.to());
    Matcher lead = aloneLead.matcher(reading.plain()).region(trimmed.from(), trimmed.to());
    int start = lead.lookingAt() ? lead.end() : trimmed.from();
    boolean begins = !all.isEmpty() && start == all.get(0).span().from();
    if (begins
        && reading.trimmed(segment.from(), segment.to()).to()
            == heads.withUnit(reading, all.get(0))) {
      put(reading, found(reading, role.field(), all.get(0), all.get(0).span()));
    }
  }

  /** How many there are in all says nothing of each role, but it is an answer. */
  private void total(Reading reading) {
    boolean told = ROLES.stream().anyMatch(reading::has);
    Matcher people = total.matcher(reading.plain());
    if (reading.asked().about("team")
        && reading.asked().field() == null
        && !told
        && people.find()) {
      Span span = new Span(people.start(), people.end());
      reading.clauses().stream()
          .filter(clause -> clause.span().contains(span))
          .forEach(clause -> unclear(reading, new Span(clause.span().from(), span.to())));
    }
  }

  private static void unclear(Reading reading, Span clause) {
    reading.unclear(ROLES.get(0), clause, "count.vague");
    reading.take(clause);
  }

  private static List<Span> segments(String plain) {
    List<Span> segments = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= plain.length(); i++) {
      if (i == plain.length() || ",;\u3002\n.".indexOf(plain.charAt(i)) >= 0) {
        segments.add(new Span(from, i));
        from = i + 1;
      }
    }
    return segments;
  }

  /** Whether a number stands right before the first role, so that numbers go before roles here. */
  private boolean numberOpens(Reading reading, Span segment, Role first) {
    List<Quantity> before =
        numbers.find(reading.plain().substring(0, first.span().from())).stream()
            .filter(q -> q.span().from() >= segment.from())
            .toList();
    boolean has =
        roleHas.matcher(reading.plain()).region(first.span().to(), segment.to()).lookingAt();
    return !has && !before.isEmpty() && ahead(reading, first, before) != null;
  }

  private List<Role> roles(Reading reading, Span segment) {
    List<Role> named = new ArrayList<>();
    for (Map.Entry<String, Pattern> role : roles.entrySet()) {
      Matcher matcher = role.getValue().matcher(reading.plain());
      matcher.region(segment.from(), segment.to());
      while (matcher.find()) {
        Span span = new Span(matcher.start(), matcher.end());
        boolean channel =
            notRole.matcher(reading.plain()).region(segment.from(), span.from()).find();
        boolean fresh = named.stream().noneMatch(r -> r.span().overlaps(span));
        if (!channel && fresh && reading.free(span)) {
          named.add(new Role(role.getKey(), span));
        }
      }
    }
    named.sort(Comparator.comparingInt(r -> r.span().from()));
    return joined(named);
  }

  /** Words for one role right after each other name it once. */
  private static List<Role> joined(List<Role> named) {
    List<Role> joined = new ArrayList<>();
    for (Role role : named) {
      @Nullable Role last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null
          && last.field().equals(role.field())
          && last.span().to() == role.span().from()) {
        joined.remove(last);
        joined.add(new Role(role.field(), new Span(last.span().from(), role.span().to())));
      } else {
        joined.add(role);
      }
    }
    return joined;
  }

  /** The roles with their numbers, looked for after the words of the role first, or before them. */
  private List<Hit> pair(Reading reading, Span segment, List<Role> named, boolean afterFirst) {
    List<Hit> pairs = new ArrayList<>();
    List<Quantity> left = heads.in(reading, segment.from(), segment.to());
    for (Role role : named) {
      @Nullable Quantity number =
          afterFirst ? after(reading, role, left) : ahead(reading, role, left);
      number =
          number != null
              ? number
              : afterFirst ? ahead(reading, role, left) : after(reading, role, left);
      if (number != null) {
        left.remove(number);
        pairs.add(found(reading, role, number));
      } else {
        zero(reading, segment, role, named, pairs);
      }
    }
    return pairs;
  }

  private @Nullable Quantity after(Reading reading, Role role, List<Quantity> left) {
    for (Quantity one : left) {
      if (one.span().from() >= role.span().to()) {
        String between = reading.plain().substring(role.span().to(), one.span().from());
        return between.length() <= REACH && gap.matcher(between).matches() ? one : null;
      }
    }
    return null;
  }

  private @Nullable Quantity ahead(Reading reading, Role role, List<Quantity> left) {
    @Nullable Quantity last = null;
    for (Quantity one : left) {
      last = one.span().to() <= role.span().from() ? one : last;
    }
    if (last == null) {
      return null;
    }
    String between = reading.plain().substring(last.span().to(), role.span().from());
    boolean apart = between.endsWith(" ") && reading.plain().charAt(role.span().from()) > 0x2E80;
    boolean near = between.length() <= REACH && !apart;
    return near && before.matcher(between).matches() ? last : null;
  }

  private void zero(Reading reading, Span segment, Role role, List<Role> named, List<Hit> pairs) {
    String plain = reading.plain();
    String words = plain.substring(role.span().from(), role.span().to());
    boolean elsewhere =
        reading.asked().aspect() != null && !reading.asked().about("team", "contact");
    if (elsewhere && !person.matcher(words).find()) {
      return;
    }
    Matcher later =
        none.matcher(plain)
            .region(role.span().to(), Math.min(segment.to(), role.span().to() + REACH));
    int start = Math.max(segment.from(), role.span().from() - REACH);
    Matcher earlier = noneBefore.matcher(plain.substring(start, role.span().from()));
    if (later.lookingAt()
        && named.stream().noneMatch(r -> r.span().from() == later.end())
        && !excluded.matcher(plain).region(later.end(), segment.to()).lookingAt()) {
      Span span = new Span(role.span().from(), later.end());
      pairs.add(count(reading, role.field(), 0, span));
    } else if (earlier.find()) {
      pairs.add(count(reading, role.field(), 0, role.span()));
    }
  }

  private Hit found(Reading reading, Role role, Quantity number) {
    int from = Math.min(role.span().from(), number.span().from());
    int to = Math.max(role.span().to(), heads.withUnit(reading, number));
    return found(reading, role.field(), number, new Span(from, to));
  }

  private Hit found(Reading reading, String field, Quantity number, Span span) {
    Integer value = number.value();
    int at = number.span().from();
    boolean negative = at > 0 && minus.matcher(reading.plain().substring(at - 1, at)).matches();
    if (value == null || value > MOST || negative) {
      String problem = value == null ? "count.vague" : "count.range";
      String words = reading.text().words(span);
      return new Hit(new Found(field, null, words, List.of(), 0.3, problem), span);
    }
    return count(reading, field, value, span);
  }

  private static Hit count(Reading reading, String field, int value, Span span) {
    String words = reading.text().words(span);
    return new Hit(new Found(field, new Value.Count(value), words, List.of(), 0.95, null), span);
  }

  private static void put(Reading reading, Hit hit) {
    reading.put(hit.found());
    reading.take(hit.span());
  }

  /** A number alone answers the role that is asked for. */
  private void bare(Reading reading) {
    for (String role : ROLES) {
      if (reading.asked().only(role) && !reading.has(role)) {
        Matcher zero = nobody.matcher(reading.plain());
        if (zero.find()) {
          put(reading, count(reading, role, 0, new Span(zero.start(), zero.end())));
        }
        heads
            .best(reading)
            .ifPresent(
                one -> {
                  Span span = new Span(one.span().from(), heads.withUnit(reading, one));
                  put(reading, found(reading, role, one, span));
                });
        if (!reading.has(role) && none.matcher(reading.plain().strip()).lookingAt()) {
          put(reading, count(reading, role, 0, new Span(0, reading.plain().length())));
        }
      }
    }
  }
}
