package dev.zhaoshang.understanding.field;

import dev.zhaoshang.understanding.text.Clause;
import dev.zhaoshang.understanding.text.EverydayWords;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Span;
import java.util.List;
import java.util.regex.Pattern;

/** A name, company, address or product that nothing marks, taken because it was asked for. */
final class AskedReader implements FieldReader {

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}{2,8}");
  private static final int LONGEST = 40;

  private final CompanyReader companies;
  private final Products products;
  private final Surnames surnames;
  private final Pattern surname;
  private final Pattern never;
  private final Pattern label;
  private final EverydayWords everyday = new EverydayWords();
  private final Pattern speech;
  private final Pattern companyLabel;
  private final Pattern function;

  AskedReader(Lexicon lexicon, CompanyReader companies, Products products, Surnames surnames) {
    this.surnames = surnames;
    surname = lexicon.pattern("name.surname");
    never = lexicon.pattern("name.never");
    label = lexicon.pattern("contact.word");
    this.companies = companies;
    this.products = products;
    function = lexicon.pattern("function");
    speech = lexicon.pattern("speech");
    companyLabel = lexicon.pattern("company.correct");
  }

  @Override
  public void read(Reading reading) {
    List<Clause> open = reading.open();
    boolean company = reading.asked().only("company");
    boolean corrected = companyLabel.matcher(reading.text().original()).find();
    if (!reading.has("company") && (company || corrected)) {
      open.stream()
          .filter(c -> c.plain().length() <= LONGEST && !speech.matcher(c.plain()).find())
          .reduce((first, last) -> corrected ? last : first)
          .ifPresent(c -> companies.fallback(reading, c.span()));
    }
    if (!open.isEmpty()) {
      asked(reading, open.get(0));
    }
    person(reading, open);
  }

  /** The clause that begins the text, where the contact is asked for. */
  private static List<Clause> first(Reading reading, List<Clause> open) {
    boolean begins = !open.isEmpty() && open.get(0).span().from() == 0;
    boolean brief = begins && open.get(0).plain().length() <= 4;
    return brief && reading.asked().about("contact") ? open.subList(0, 1) : List.of();
  }

  private void asked(Reading reading, Clause first) {
    if (reading.asked().only("targetProduct", "similarProduct")) {
      product(reading, first, reading.asked().only("targetProduct"));
    }
    boolean quiet = !speech.matcher(first.plain()).find();
    boolean name =
        HAN.matcher(first.plain()).matches()
            && first.plain().length() <= 4
            && !surname.matcher(first.plain()).find()
            && !never.matcher(first.plain()).find();
    if (reading.asked().only("name")
        && !reading.has("name")
        && quiet
        && name
        && !everyday.has(first.plain())) {
      reading.putText("name", first.span(), 0.5);
    }
  }

  /** Whose nature is told, where nothing but the full name stands before it. */
  private void besideNature(Reading reading, List<Clause> open) {
    boolean told = reading.has("nature") || reading.has("ownership");
    if (!told || open.isEmpty() || open.get(0).span().from() > 0) {
      return;
    }
    String plain = open.get(0).plain();
    if (surnames.fullName(plain) && !everyday.has(plain) && !never.matcher(plain).find()) {
      reading.putText("name", open.get(0).span(), 0.8);
    }
  }

  private void product(Reading reading, Clause first, boolean target) {
    String field = target ? "targetProduct" : "similarProduct";
    List<Span> items = products.items(reading, first.span());
    if (reading.has(field) || items.size() != 1) {
      return;
    }
    String plain = reading.plain().substring(items.get(0).from(), items.get(0).to());
    if (!speech.matcher(plain).find() && products.possible(plain)) {
      reading.putText(field, items.get(0), 0.6);
    }
  }

  /** In a message that tells of a contact, the one run of characters left over is the name. */
  private void person(Reading reading, List<Clause> open) {
    boolean contact = reading.has("mobile") || reading.has("company");
    boolean asked = reading.asked().aspect() == null || reading.asked().about("contact");
    if (reading.asked().about("nature") && !reading.has("name")) {
      besideNature(reading, open);
    }
    if (reading.has("name") || !contact || !asked) {
      return;
    }
    boolean told = reading.found().size() >= 2;
    for (Clause clause : told ? open : first(reading, open)) {
      String plain = clause.plain();
      if (HAN.matcher(plain).matches()
          && plain.length() <= 6
          && !everyday.has(plain)
          && !surnames.job(plain)
          && !label.matcher(plain).find()
          && !never.matcher(plain).find()
          && !function.matcher(plain).find()
          && !speech.matcher(plain).find()) {
        reading.putText("name", clause.span(), 0.5);
        return;
      }
    }
  }
}
