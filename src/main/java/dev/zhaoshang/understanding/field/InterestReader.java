package dev.zhaoshang.understanding.field;

import dev.zhaoshang.understanding.text.Clause;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Span;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which of our products is wanted, for how large an area, and what the market says of it. */
final class InterestReader implements FieldReader {

  private final Products products;
  private final Pattern target;
  private final Pattern strong;
  private final Pattern notTarget;
  private final Pattern targetTail;
  private final Pattern scope;
  private final Pattern scopeLead;
  private final Pattern notScope;
  private final Pattern feedback;
  private final Pattern label;

  InterestReader(Lexicon lexicon, Products products) {
    this.products = products;
    target = lexicon.pattern("product.target");
    strong = lexicon.pattern("product.target.strong");
    notTarget = lexicon.pattern("product.target.not");
    targetTail = lexicon.pattern("product.target.tail");
    scope = lexicon.pattern("scope");
    scopeLead = lexicon.pattern("scope.lead");
    notScope = lexicon.pattern("scope.not");
    feedback = lexicon.pattern("feedback");
    label = lexicon.pattern("feedback.label");
  }

  @Override
  public void read(Reading reading) {
    Asked asked = reading.asked();
    if (asked.freeText() || asked.about("similar", "currentProducts")) {
      beside(reading);
      return;
    }
    boolean own = asked.about("interest");
    boolean sure = own && reading.open().stream().anyMatch(this::surely);
    for (Clause clause : reading.open()) {
      boolean led = target.matcher(clause.plain()).lookingAt();
      boolean told = own || reading.has("targetProduct") || labelled(asked, clause);
      if (told && feedback(reading, clause, led)) {
        reading.putText("marketFeedback", clause.span(), 0.8);
        reading.take(clause.span());
      } else if (scope(reading, clause, own)) {
        reading.take(clause.span());
      } else if (!reading.has("targetProduct")
          && (sure ? surely(clause) : led || own)
          && !notTarget.matcher(clause.plain()).find()) {
        product(reading, clause, led, own);
      }
    }
  }

  /** While something else is asked: what a later clause says is wanted of us. */
  private void beside(Reading reading) {
    for (Clause clause : reading.open()) {
      boolean later = clause.span().from() > 0 && !reading.has("targetProduct");
      if (later && strong.matcher(clause.plain()).find() && surely(clause)) {
        product(reading, clause, target.matcher(clause.plain()).lookingAt(), false);
      }
    }
  }

  /** Whether the clause says that it is wanted, or surely names a medicine that is not refused. */
  private boolean surely(Clause clause) {
    return (target.matcher(clause.plain()).lookingAt() || products.sure(clause.plain()))
        && !notTarget.matcher(clause.plain()).find();
  }

  private boolean labelled(Asked asked, Clause clause) {
    return asked.aspect() == null && label.matcher(clause.plain()).lookingAt();
  }

  /** Whether the clause says what the market says, and not which product is wanted. */
  private boolean feedback(Reading reading, Clause clause, boolean led) {
    boolean names = led && !reading.has("targetProduct");
    return !names && !reading.has("marketFeedback") && feedback.matcher(clause.plain()).matches();
  }

  private boolean scope(Reading reading, Clause clause, boolean own) {
    Matcher size = scope.matcher(clause.plain());
    boolean territory =
        reading.asked().about("territory")
            && !reading.has("wantedRegions")
            && !reading.asked().only("directRegions", "distributionRegions");
    boolean target = reading.has("targetProduct");
    boolean open = own || territory || target || reading.asked().aspect() == null;
    if (!open
        || !size.find()
        || products.sure(clause.plain())
        || notScope.matcher(clause.plain()).find()) {
      return false;
    }
    if (!reading.has("wantedScope")) {
      reading.putText("wantedScope", Phrases.afterLead(clause, scopeLead), 0.8);
    }
    return true;
  }

  private void product(Reading reading, Clause clause, boolean led, boolean own) {
    Span rest = led ? Phrases.afterLead(clause, target) : clause.span();
    if (led && rest.equals(clause.span())) {
      return;
    }
    Span bare = Phrases.beforeTail(reading, rest, targetTail);
    List<Span> items = products.items(reading, bare);
    if (items.isEmpty()) {
      return;
    }
    Span item = items.get(0);
    String plain = reading.plain().substring(item.from(), item.to());
    boolean certain =
        strong.matcher(clause.plain()).find() || reading.asked().only("targetProduct");
    if (products.sure(plain) || ((certain || (own && led)) && products.possible(plain))) {
      reading.putText("targetProduct", item, products.sure(plain) ? 0.9 : 0.7);
      reading.take(clause.span());
    }
  }
}
