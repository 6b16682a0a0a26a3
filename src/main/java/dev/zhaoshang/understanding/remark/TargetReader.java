package dev.zhaoshang.understanding.remark;

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
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what was, or is to be, sold in a month, and whose it is. Immutable. */
public final class TargetReader {

  /** More boxes are no plausible number of a month. */
  private static final BigDecimal MOST = BigDecimal.valueOf(100_000_000);

  /** From so many on, a number in tens of thousands may as well be yuan. */
  private static final long EITHER = 100_000;

  private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{N} ]*");

  private final Pattern team;
  private final Pattern nickname;
  private final Pattern filler;
  private final Pattern flows;
  private final Pattern money;
  private final Pattern bare;
  private final Pattern beyond;
  private final Amounts amounts;
  private final TimeReader times;
  private final Script script;

  /** Takes its words from the lexicon. */
  public TargetReader(Lexicon lexicon, Script script) {
    team = lexicon.pattern("target.team");
    nickname = lexicon.pattern("target.nickname");
    filler = lexicon.pattern("target.filler");
    flows = lexicon.pattern("target.flow");
    money = lexicon.pattern("target.money");
    bare = lexicon.pattern("target.bare");
    beyond = lexicon.pattern("target.beyond");
    amounts = new Amounts(lexicon);
    times = new TimeReader(lexicon, script);
    this.script = script;
  }

  /** A reader with the packaged lexicon. */
  public static TargetReader load() {
    return new TargetReader(Lexicon.load(), new HanlpScript());
  }

  /**
   * What is told.
   *
   * @param boxes not below zero; null where only the flow is told
   * @param times in the words, of which the first tells the month
   * @param team whether it is of the whole team
   * @param money whether it is told in yuan, not in boxes
   * @param about the words without the flow
   * @param name what is left of those words, which names somebody; empty for nobody
   * @param flow where the goods went, as typed; empty when that is not told
   * @param broken a number that is no whole one, as typed: nobody sells half a box; else null
   */
  public record Told(
      @Nullable Long boxes,
      TimeReading times,
      boolean team,
      boolean money,
      String about,
      String name,
      String flow,
      @Nullable String broken) {}

  /**
   * What the words tell; empty without a number and a flow.
   *
   * @param facing whether they speak of what is to come
   */
  public Optional<Told> read(String words, ZonedDateTime now, Facing facing) {
    Typed whole = Typed.of(words, script);
    Matcher went = flows.matcher(whole.plain());
    boolean flowed = went.find();
    int end = flowed ? went.start() : whole.plain().length();
    String flow = flowed ? whole.words(went.end(), whole.plain().length()).strip() : "";
    Typed text = Typed.of(whole.words(0, end), script);
    TimeReading reading = times.read(text, now, facing);
    Optional<Amount> boxes =
        amounts.find(text.plain()).stream()
            .filter(one -> one.value().signum() >= 0)
            .filter(
                one -> reading.spans().stream().noneMatch(new Span(one.from(), one.to())::overlaps))
            .reduce((first, second) -> second);
    if (boxes.isEmpty() && flow.isEmpty()) {
      return Optional.empty();
    }
    Amount amount = boxes.orElse(null);
    return Optional.of(
        new Told(
            amount == null ? null : amount.value().longValue(),
            reading,
            team.matcher(text.plain()).find(),
            money.matcher(text.plain()).find(),
            text.original(),
            name(text, reading, amount),
            flow,
            broken(text, amount)));
  }

  private static @Nullable String broken(Typed text, @Nullable Amount amount) {
    return amount == null || amount.value().stripTrailingZeros().scale() <= 0
        ? null
        : text.words(amount.from(), amount.to()).strip();
  }

  /**
   * A large number told as tens of thousands without a unit, which may be yuan or boxes, as typed;
   * empty for others.
   */
  public Optional<String> eitherUnit(Told told) {
    Typed text = Typed.of(told.about(), script);
    Matcher matcher = bare.matcher(text.plain());
    return told.boxes() != null && told.boxes() >= EITHER && matcher.find()
        ? Optional.of(text.words(matcher.start(), matcher.end()).strip())
        : Optional.empty();
  }

  /** The first number in the words that is no plausible one of a month, as typed. */
  public Optional<String> beyond(String words) {
    Typed text = Typed.of(words, script);
    Matcher digits = beyond.matcher(text.plain());
    if (digits.find()) {
      return Optional.of(text.words(digits.start(), digits.end()).strip());
    }
    return amounts.find(text.plain()).stream()
        .filter(one -> one.value().compareTo(MOST) > 0)
        .map(one -> text.words(one.from(), one.to()).strip())
        .findFirst();
  }

  /** The first words that are neither the number, nor a time, nor what stands beside them. */
  private String name(Typed text, TimeReading reading, @Nullable Amount boxes) {
    StringBuilder rest = new StringBuilder(text.plain());
    reading.spans().forEach(span -> blank(rest, span.from(), span.to()));
    if (boxes != null) {
      blank(rest, boxes.from(), boxes.to());
    }
    Matcher beside = filler.matcher(text.plain());
    while (beside.find()) {
      blank(rest, beside.start(), beside.end());
    }
    Matcher name = NAME.matcher(rest);
    return name.find() ? text.words(name.start(), name.end()).strip() : "";
  }

  private static void blank(StringBuilder text, int from, int to) {
    for (int i = from; i < to; i++) {
      text.setCharAt(i, '\0');
    }
  }

  /** Whether words name a colleague in full or by the id. */
  public boolean names(String words, String id, String name) {
    String plain = Typed.of(words, script).plain();
    String whole = Typed.of(name, script).plain();
    return plain.matches(
            "(?s).*(?<![a-z0-9])" + Pattern.quote(id.toLowerCase(Locale.ROOT)) + "(?![a-z0-9]).*")
        || (whole.length() > 1 && plain.contains(whole));
  }

  /** Whether words name a colleague as colleagues do: by the family name, or one of the names. */
  public boolean calls(String words, String name) {
    String plain = Typed.of(words, script).plain();
    String whole = Typed.of(name, script).plain();
    boolean han = !whole.isEmpty() && Character.isIdeographic(whole.charAt(0));
    return han
        ? Pattern.compile(nickname.pattern() + whole.charAt(0)).matcher(plain).find()
        : Stream.of(whole.split("[^a-z]+", -1))
            .filter(word -> word.length() > 1)
            .anyMatch(word -> plain.matches("(?s).*\\b" + word + "\\b.*"));
  }
}
