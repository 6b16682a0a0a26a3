package dev.zhaoshang.understanding.remark;

import dev.zhaoshang.content.Finder;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.understanding.text.Amounts;
import dev.zhaoshang.understanding.text.Amounts.Amount;
import dev.zhaoshang.understanding.text.HanlpScript;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Script;
import dev.zhaoshang.understanding.text.Span;
import dev.zhaoshang.understanding.text.Typed;
import dev.zhaoshang.understanding.time.Facing;
import dev.zhaoshang.understanding.time.TimeReader;
import dev.zhaoshang.understanding.time.TimeReading;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds prices, debts, news of competitors and complaints. Immutable. */
public final class RemarkReader {

  /** Longer texts tell more than one thing. */
  private static final int LONGEST = 60;

  private static final Pattern YUAN_JIAO = Pattern.compile("(?<=\\d)\\u5757(?=\\d(?!\\d))");

  private final Pattern rival;
  private final Pattern item;
  private final Pattern before;
  private final Pattern sure;
  private final Pattern move;
  private final Pattern filler;
  private final Pattern ours;
  private final Pattern nobody;
  private final Pattern past;
  private final Pattern each;
  private final Pattern share;
  private final Pattern owes;
  private final Pattern owesNot;
  private final Pattern debtor;
  private final Finder intelBegins;
  private final Finder intelMoves;
  private final Pattern intelNamed;
  private final Pattern needs;
  private final Finder complains;
  private final Amounts amounts;
  private final TimeReader times;
  private final Script script;

  /** Takes its words from the lexicon. */
  public RemarkReader(Lexicon lexicon, Script script) {
    rival = lexicon.pattern("remark.rival");
    item = lexicon.pattern("remark.item");
    before = lexicon.pattern("remark.price.before");
    sure = lexicon.pattern("remark.price.sure");
    move = lexicon.pattern("remark.price.move");
    filler = lexicon.pattern("remark.price.filler");
    ours = lexicon.pattern("remark.ours");
    nobody = lexicon.pattern("remark.nobody");
    past = lexicon.pattern("remark.past");
    share = lexicon.pattern("remark.price.share");
    each = lexicon.pattern("remark.each");
    owes = lexicon.pattern("remark.owes");
    owesNot = lexicon.pattern("remark.owes.not");
    debtor = lexicon.pattern("remark.debtor");
    intelBegins = lexicon.finder("remark.intel.begins");
    intelMoves = lexicon.finder("remark.intel.moves");
    intelNamed = lexicon.pattern("remark.intel.named");
    needs = lexicon.pattern("remark.needs");
    complains = lexicon.finder("remark.complains");
    amounts = new Amounts(lexicon);
    times = new TimeReader(lexicon, script);
    this.script = script;
  }

  /** A reader with the packaged lexicon. */
  public static RemarkReader load() {
    return new RemarkReader(Lexicon.load(), new HanlpScript());
  }

  /**
   * A price.
   *
   * @param company whose it is; empty for ours
   * @param item what it is the price of; may be empty
   * @param yuan a pack; positive
   * @param moved whether it is told that it changed
   */
  public record Price(String company, String item, BigDecimal yuan, boolean moved) {}

  /**
   * A debt.
   *
   * @param yuan what is owed; positive
   * @param who owes it, as typed; empty where no name stands before the words of the debt
   * @param times in the text
   */
  public record Debt(BigDecimal yuan, String who, TimeReading times) {}

  /**
   * What a text that was not announced by a command tells, if it is nothing else by its wording.
   *
   * @return {@code PRICE}, {@code OWED}, {@code INTEL}, {@code NEED} or {@code COMPLAINT}
   */
  public Optional<Command> told(Typed text) {
    String plain = text.plain();
    if (plain.length() > LONGEST) {
      return Optional.empty();
    }
    if (isDebt(plain)) {
      return Optional.of(Command.OWED);
    }
    if (isPrice(text)) {
      return Optional.of(Command.PRICE);
    }
    boolean news = intelBegins.in(plain) && intelMoves.in(plain);
    if (news || intelNamed.matcher(plain).find()) {
      return Optional.of(Command.INTEL);
    }
    if (needs.matcher(plain).find()) {
      return Optional.of(Command.NEED);
    }
    return complains.in(plain) ? Optional.of(Command.COMPLAINT) : Optional.empty();
  }

  private boolean isDebt(String plain) {
    Matcher matcher = owes.matcher(plain);
    return matcher.find()
        && !owesNot.matcher(plain).find()
        && amounts.find(plain).stream().anyMatch(one -> one.from() >= matcher.end());
  }

  private boolean isPrice(Typed text) {
    String plain = packs(text.plain());
    Optional<Quote> quote = quote(plain);
    if (quote.isEmpty() || past.matcher(plain).find()) {
      return false;
    }
    String company = company(text, quote.get());
    boolean named = !company.isEmpty() && !nobody.matcher(company).matches();
    String verb = plain.substring(quote.get().verb(), quote.get().amount().from());
    return named && (rival.matcher(plain).find() || sure.matcher(verb).lookingAt());
  }

  /** A price and where the words begin that announce it. */
  private record Quote(int verb, Amount amount) {}

  /** The last amount that stands behind the words of a price. */
  private Optional<Quote> quote(String plain) {
    List<Amount> found = amounts.find(plain);
    for (int i = found.size() - 1; i >= 0; i--) {
      Matcher matcher = before.matcher(plain.substring(0, found.get(i).from()));
      if (matcher.find() && found.get(i).value().signum() > 0 && !isShare(plain, found.get(i))) {
        return Optional.of(new Quote(matcher.start(), found.get(i)));
      }
    }
    return Optional.empty();
  }

  /** "Up by 5%" tells no price. */
  private boolean isShare(String plain, Amount amount) {
    return share.matcher(plain).region(amount.to(), plain.length()).lookingAt();
  }

  /** "One box" behind a number is no digit of it, and 23 yuan 5 is 23.5; all keep their places. */
  private String packs(String plain) {
    return YUAN_JIAO.matcher(each.matcher(plain).replaceAll(" ")).replaceAll(".");
  }

  /**
   * The price that a text tells.
   *
   * @param words as typed, known to be of a price
   */
  public Optional<Price> price(String words) {
    Typed text = Typed.of(words, script);
    String plain = packs(text.plain());
    Optional<Quote> quote =
        quote(plain)
            .or(
                () ->
                    amounts.find(plain).stream()
                        .filter(one -> one.value().signum() > 0)
                        .reduce((first, second) -> second)
                        .map(one -> new Quote(one.from(), one)));
    return quote.map(
        one -> {
          String company = company(text, one);
          boolean own = ours.matcher(company.toLowerCase(java.util.Locale.ROOT)).matches();
          return new Price(
              own ? "" : company,
              item(text, one),
              one.amount().value(),
              move.matcher(plain.substring(0, one.amount().from())).find());
        });
  }

  private String item(Typed text, Quote quote) {
    Matcher matcher = item.matcher(text.plain()).region(0, quote.verb());
    return matcher.find() ? bare(text.words(matcher.start(), matcher.end())) : "";
  }

  /** What stands before the words of a price, without what it is the price of. */
  private String company(Typed text, Quote quote) {
    Matcher matcher = item.matcher(text.plain()).region(0, quote.verb());
    int end = matcher.find() ? matcher.start() : quote.verb();
    return bare(text.words(0, end));
  }

  private String bare(String words) {
    String rest = words;
    String shorter = filler.matcher(rest).replaceAll("").strip();
    while (!shorter.equals(rest)) {
      rest = shorter;
      shorter = filler.matcher(rest).replaceAll("").strip();
    }
    return rest;
  }

  /**
   * The debt that a text tells.
   *
   * @param words as typed, known to be of a debt
   * @param now what time it is, in the zone of the one who speaks
   */
  public Optional<Debt> debt(String words, ZonedDateTime now) {
    Typed text = Typed.of(words, script);
    TimeReading reading = times.read(text, now, Facing.AHEAD);
    Matcher matcher = owes.matcher(text.plain());
    int from = matcher.find() ? matcher.end() : 0;
    List<Amount> free =
        amounts.find(text.plain()).stream()
            .filter(one -> one.value().signum() > 0 && isFree(one, reading))
            .toList();
    return free.stream()
        .filter(one -> one.from() >= from)
        .findFirst()
        .or(() -> free.stream().findFirst())
        .map(one -> new Debt(one.value(), debtor(text), reading));
  }

  private String debtor(Typed text) {
    Matcher matcher = debtor.matcher(text.plain());
    return matcher.find() && !nobody.matcher(matcher.group("who")).matches()
        ? text.words(matcher.start("who"), matcher.end("who")).strip()
        : "";
  }

  private static boolean isFree(Amount amount, TimeReading reading) {
    Span span = new Span(amount.from(), amount.to());
    return reading.spans().stream().noneMatch(span::overlaps);
  }
}
