package dev.zhaoshang.understanding.field;

import dev.zhaoshang.domain.Value;
import dev.zhaoshang.understanding.text.Clause;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Span;
import java.util.List;
import java.util.regex.Pattern;

/** A similar product that the distributor ran: which, at what price, how it went and ended. */
final class SimilarReader implements FieldReader {

  private final Products products;
  private final Pattern yes;
  private final Pattern no;
  private final Pattern same;
  private final Pattern productLead;
  private final Pattern price;
  private final Pattern volume;
  private final Pattern period;
  private final Pattern policy;
  private final Pattern problem;
  private final Pattern stop;
  private final SimilarPhrases phrases;

  SimilarReader(Lexicon lexicon, Products products) {
    this.products = products;
    this.phrases = new SimilarPhrases(lexicon);
    yes = lexicon.pattern("similar.yes");
    no = lexicon.pattern("similar.no");
    same = lexicon.pattern("similar.same");
    productLead = lexicon.pattern("product.similar");
    price = lexicon.pattern("price.sure");
    volume = lexicon.pattern("volume");
    period = lexicon.pattern("volume.period");
    policy = lexicon.pattern("policy");
    problem = lexicon.pattern("problem");
    stop = lexicon.pattern("stop");
  }

  @Override
  public void read(Reading reading) {
    Asked asked = reading.asked();
    boolean own = asked.about("similar") && !asked.freeText();
    boolean named = same.matcher(reading.plain()).find();
    boolean told = own || named || yes.matcher(reading.plain()).find();
    if (asked.freeText() || !told) {
      return;
    }
    experience(reading, own, named);
    if (denied(reading) || (!own && !named && !reading.has("similarExperience"))) {
      return;
    }
    for (Clause clause : reading.open()) {
      clause(reading, clause, own);
    }
  }

  private void experience(Reading reading, boolean own, boolean named) {
    for (Clause clause : reading.open()) {
      boolean about = own || same.matcher(clause.plain()).find() || led(clause);
      if (!about) {
        continue;
      }
      if (reading.has("similarExperience")) {
        productIn(reading, clause);
        continue;
      }
      boolean denied = no.matcher(clause.plain()).find();
      boolean bare = reading.asked().only("similarExperience") && phrases.bareNo(clause.plain());
      if (((named || own) && denied) || bare) {
        reading.put("similarExperience", new Value.Flag(false), clause.span(), 0.9);
        reading.take(clause.span());
      } else if (yes.matcher(clause.plain()).find()) {
        reading.put("similarExperience", new Value.Flag(true), clause.span(), 0.9);
        if (!productIn(reading, clause)) {
          reading.take(clause.span());
        }
      }
    }
  }

  /** Whether it never ran any, so that there is nothing to tell of it. */
  private static boolean denied(Reading reading) {
    return reading.found().stream()
        .filter(found -> found.field().equals("similarExperience"))
        .anyMatch(found -> new Value.Flag(false).equals(found.value()));
  }

  private boolean led(Clause clause) {
    return productLead.matcher(clause.plain()).lookingAt();
  }

  /** The product after "ran", if the clause names one. */
  private boolean productIn(Reading reading, Clause clause) {
    if (reading.has("similarProduct") || !led(clause)) {
      return false;
    }
    Span rest = Phrases.afterLead(clause, productLead);
    List<Span> items = products.items(reading, phrases.beforePrice(reading, rest));
    boolean found = rest.from() > clause.span().from() && !items.isEmpty();
    if (found) {
      String plain = reading.plain().substring(items.get(0).from(), items.get(0).to());
      if (products.sure(plain) || products.possible(plain)) {
        reading.putText("similarProduct", items.get(0), 0.85);
        reading.take(new Span(clause.span().from(), items.get(0).to()));
        return true;
      }
    }
    return false;
  }

  private void clause(Reading reading, Clause clause, boolean own) {
    String plain = clause.plain();
    String field = field(reading, clause, own);
    if (!field.isEmpty() && reading.goesOn(field, clause.span())) {
      reading.extend(field, clause.span());
      reading.take(clause.span());
    } else if (field.equals("similarPrice") && pricedProduct(reading, clause)) {
      reading.take(clause.span());
    } else if (!field.isEmpty() && !reading.has(field)) {
      reading.putText(field, phrases.value(reading, clause, field), 0.8);
      reading.take(clause.span());
    } else if (field.isEmpty() && !reading.has("similarProduct")) {
      Span item = led(clause) ? Phrases.afterLead(clause, productLead) : clause.span();
      List<Span> items = products.items(reading, item);
      boolean one = !items.isEmpty();
      String name = one ? reading.plain().substring(items.get(0).from(), items.get(0).to()) : plain;
      if (one && (products.sure(name) || (own && products.possible(name) && !surely(reading)))) {
        reading.putText("similarProduct", items.get(0), 0.75);
        reading.take(clause.span());
      }
    }
  }

  /** Whether a clause surely names a product, so that none that only may do so counts. */
  private boolean surely(Reading reading) {
    return reading.open().stream().anyMatch(clause -> products.sure(clause.plain()));
  }

  /** A product and its price without a pause between them. */
  private boolean pricedProduct(Reading reading, Clause clause) {
    Span item = phrases.beforePrice(reading, clause.span());
    String name = reading.plain().substring(item.from(), item.to());
    boolean both =
        item.to() < clause.span().to() && !reading.has("similarProduct") && products.sure(name);
    if (both) {
      reading.putText("similarProduct", item, 0.75);
      reading.putText("similarPrice", reading.trimmed(item.to(), clause.span().to()), 0.75);
    }
    return both;
  }

  /** The field that a clause speaks of; empty when none. */
  private String field(Reading reading, Clause clause, boolean own) {
    String plain = clause.plain();
    if (phrases.problem(plain)) {
      return "similarProblems";
    }
    if (phrases.stopOnly(plain)) {
      return "";
    }
    if (stop.matcher(plain).matches() || phrases.later(plain)) {
      return "similarStopReason";
    }
    boolean amount = volume.matcher(plain).matches();
    if (amount && period.matcher(plain).matches()) {
      return "similarVolume";
    }
    if (phrases.policy(plain)) {
      return "similarPolicy";
    }
    if (price.matcher(plain).matches()) {
      return "similarPrice";
    }
    if (amount) {
      return "similarVolume";
    }
    if (policy.matcher(plain).matches()) {
      return "similarPolicy";
    }
    return problem.matcher(plain).matches() && (own || reading.has("similarProduct"))
        ? "similarProblems"
        : "";
  }
}
