package dev.zhaoshang.understanding.field;

import dev.zhaoshang.domain.Value;
import dev.zhaoshang.understanding.text.Clause;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What the distributor carries now, how it sells and how it is run. */
final class CurrentReader implements FieldReader {

  private static final String PERFORMANCE = "productsPerformance";

  private final Products products;
  private final Pattern lead;
  private final Pattern performance;
  private final Pattern volume;
  private final Pattern method;
  private final Pattern methodLead;
  private final Pattern counted;
  private final Pattern target;
  private final Pattern past;

  CurrentReader(Lexicon lexicon, Products products) {
    this.products = products;
    lead = lexicon.pattern("product.current");
    performance = lexicon.pattern("performance");
    volume = lexicon.pattern("volume");
    method = lexicon.pattern("method");
    methodLead = lexicon.pattern("method.lead");
    counted = lexicon.pattern("product.counted");
    past = lexicon.pattern("product.past");
    target = lexicon.pattern("product.target.strong");
  }

  @Override
  public void read(Reading reading) {
    Asked asked = reading.asked();
    boolean own = asked.about("currentProducts") && !asked.freeText();
    if (asked.aspect() != null && !own && !asked.about("channel", "team", "contact", "nature")) {
      return;
    }
    Set<String> names = new LinkedHashSet<>();
    List<Span> spans = new ArrayList<>();
    boolean begun = own;
    boolean listing = own;
    for (Clause clause : reading.open()) {
      boolean led = lead.matcher(clause.plain()).lookingAt();
      boolean announces = led && Phrases.afterLead(clause, lead).equals(clause.span());
      if (announces) {
        listing = true;
        continue;
      }
      if (listing || led) {
        List<Span> items = items(reading, clause, led, own);
        items.forEach(item -> names.add(reading.text().words(item)));
        spans.addAll(items);
        listing = own || !items.isEmpty();
        begun |= !items.isEmpty();
        if (!items.isEmpty()) {
          reading.take(clause.span());
          continue;
        }
      }
      if (begun && rest(reading, clause)) {
        listing = false;
      }
    }
    if (!names.isEmpty()) {
      Span words = new Span(spans.get(0).from(), spans.get(spans.size() - 1).to());
      boolean sure =
          spans.stream().anyMatch(s -> products.sure(reading.plain().substring(s.from(), s.to())));
      reading.put("mainProducts", new Value.Items(List.copyOf(names)), words, sure ? 0.85 : 0.75);
    }
  }

  private List<Span> items(Reading reading, Clause clause, boolean led, boolean own) {
    Span list = led ? Phrases.afterLead(clause, lead) : clause.span();
    boolean told =
        performance.matcher(clause.plain()).matches() || volume.matcher(clause.plain()).matches();
    boolean open = reading.asked().aspect() == null;
    List<Span> items = new ArrayList<>();
    if (counted.matcher(clause.plain()).find()
        || target.matcher(clause.plain()).find()
        || past.matcher(clause.plain()).find()) {
      return items;
    }
    for (Span item : products.items(reading, list)) {
      String plain = reading.plain().substring(item.from(), item.to());
      boolean sure = products.sure(plain) && plain.length() <= 30;
      boolean way = method.matcher(plain).matches() || told;
      if ((sure && !way) || ((own || (led && open)) && !way && products.possible(plain))) {
        items.add(item);
      }
    }
    return items;
  }

  private boolean rest(Reading reading, Clause clause) {
    String plain = clause.plain();
    if (method.matcher(plain).matches() && !reading.has("productsMethod")) {
      reading.putText("productsMethod", Phrases.afterLead(clause, methodLead), 0.8);
      reading.take(clause.span());
      return true;
    }
    if (performance.matcher(plain).matches() || volume.matcher(plain).matches()) {
      if (reading.goesOn(PERFORMANCE, clause.span())) {
        reading.extend(PERFORMANCE, clause.span());
      }
      reading.putText(PERFORMANCE, clause.span(), 0.8);
      reading.take(clause.span());
      return true;
    }
    return false;
  }
}
