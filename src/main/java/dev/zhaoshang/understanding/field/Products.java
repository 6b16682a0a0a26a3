package dev.zhaoshang.understanding.field;

import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What looks like a medicine, and lists of them. */
final class Products {

  private static final int LONGEST = 14;
  private static final int LONGEST_LATIN = 40;
  private static final int LATIN_BLANKS = 2;

  private final Pattern article;
  private final Pattern form;
  private final Pattern stem;
  private final Pattern latin;
  private final Pattern separator;
  private final Pattern tail;
  private final Pattern not;

  Products(Lexicon lexicon) {
    form = Pattern.compile(".*[\\p{IsHan}a-z0-9](?:" + lexicon.pattern("drug.form.sure") + ")");
    article = lexicon.pattern("product.article");
    stem = lexicon.pattern("drug.stem");
    latin = Pattern.compile(lexicon.pattern("drug.en") + "|" + lexicon.pattern("drug.formen"));
    separator = lexicon.pattern("listand");
    tail = lexicon.pattern("product.tail");
    not = lexicon.pattern("product.not");
  }

  /** Whether it surely is one. */
  boolean sure(String plain) {
    boolean fits = plain.length() >= 2 && plain.length() <= LONGEST_LATIN;
    return fits
        && (form.matcher(plain).matches()
            || stem.matcher(plain).find()
            || latin.matcher(plain).find());
  }

  /** Whether it may be one where one is expected. */
  boolean possible(String plain) {
    boolean han = plain.chars().anyMatch(c -> c > 0x2E80);
    int longest = han ? LONGEST : LONGEST_LATIN;
    if (!han && plain.chars().filter(c -> c == ' ').count() > LATIN_BLANKS) {
      return false;
    }
    return plain.length() >= 2
        && plain.length() <= longest
        && !not.matcher(plain).matches()
        && plain.chars().anyMatch(Character::isLetter);
  }

  /** The items of a list that stands at that part of the text, without words that end it. */
  List<Span> items(Reading reading, Span list) {
    List<Span> items = new ArrayList<>();
    Matcher cut = separator.matcher(reading.plain()).region(list.from(), list.to());
    int from = list.from();
    while (cut.find()) {
      add(reading, from, cut.start(), items);
      from = cut.end();
    }
    add(reading, from, list.to(), items);
    return items;
  }

  private void add(Reading reading, int from, int to, List<Span> items) {
    Span span = reading.trimmed(from, to);
    String plain = reading.plain().substring(span.from(), span.to());
    Matcher before = article.matcher(plain);
    if (before.find()) {
      add(reading, span.from() + before.end(), to, items);
      return;
    }
    Matcher end = tail.matcher(plain);
    int stop = end.find() && end.start() > 1 ? span.from() + end.start() : span.to();
    if (stop > span.from()) {
      items.add(new Span(span.from(), stop));
    }
  }
}
