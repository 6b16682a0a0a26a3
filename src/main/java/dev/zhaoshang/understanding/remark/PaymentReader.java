package dev.zhaoshang.understanding.remark;

import dev.zhaoshang.content.Finder;
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
import dev.zhaoshang.understanding.time.When;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a customer paid of a debt. Immutable. */
public final class PaymentReader {

  /** Longer texts tell more than one thing. */
  private static final int LONGEST = 60;

  private static final char AMOUNT = '#';

  private final Finder verb;
  private final Pattern part;
  private final Pattern all;
  private final Pattern due;
  private final Pattern bare;
  private final Pattern promise;
  private final Pattern promiseOfAll;
  private final Pattern nobody;
  private final Finder ours;
  private final Amounts amounts;
  private final TimeReader times;
  private final Promises promises;
  private final Script script;

  /** Takes its words from the lexicon. */
  public PaymentReader(Lexicon lexicon, Script script) {
    verb = lexicon.finder("payment.verb");
    part = lexicon.pattern("payment.shape");
    all = lexicon.pattern("payment.all");
    due = lexicon.pattern("payment.due");
    bare = lexicon.pattern("payment.bare");
    promise = lexicon.pattern("payment.promise");
    promiseOfAll = lexicon.pattern("payment.promise.all");
    nobody = lexicon.pattern("payment.nobody");
    ours = lexicon.finder("payment.ours");
    amounts = new Amounts(lexicon);
    times = new TimeReader(lexicon, script);
    promises = new Promises(lexicon, times);
    this.script = script;
  }

  /** A reader with the packaged lexicon. */
  public static PaymentReader load() {
    return new PaymentReader(Lexicon.load(), new HanlpScript());
  }

  /**
   * What was paid.
   *
   * @param yuan positive; null for all that was owed, or was due then
   * @param who paid, as typed; empty when that is not told
   * @param on the day on which it was paid; null when no day before today is told
   * @param due whether no amount is told: it is what was due on that day or, without one, has to be
   *     asked for
   */
  public record Payment(
      @Nullable BigDecimal yuan, String who, @Nullable LocalDate on, boolean due) {}

  /**
   * What a text tells that says nothing else; empty for others, and for what is only promised.
   *
   * @param now what time it is, in the zone of the one who speaks
   */
  public Optional<Payment> told(Typed text, ZonedDateTime now) {
    String plain = text.plain();
    if (!isAbout(plain) || promises.in(text, now)) {
      return Optional.empty();
    }
    TimeReading reading = times.read(text, now, Facing.BACK);
    Rest rest = rest(plain, reading.spans());
    if (rest.amounts() > 1) {
      return Optional.empty();
    }
    BigDecimal yuan = rest.yuan();
    LocalDate on = day(reading, now);
    Matcher matcher = (yuan == null ? all : part).matcher(rest.words());
    if (matcher.find()) {
      return Optional.of(new Payment(yuan, who(matcher, text), on, false));
    }
    Matcher brief = (on == null ? bare : due).matcher(rest.words());
    return yuan == null && (on != null || reading.spans().isEmpty()) && brief.find()
        ? Optional.of(new Payment(null, who(brief, text), on, true))
        : Optional.empty();
  }

  /** Whether it can be of a payment to us; times, which take long to find, are looked for then. */
  private boolean isAbout(String plain) {
    return plain.length() <= LONGEST && verb.in(plain) && !ours.in(plain);
  }

  private static @Nullable LocalDate day(TimeReading reading, ZonedDateTime now) {
    return reading
        .first()
        .filter(When::isOneDay)
        .map(When::from)
        .filter(day -> day.isBefore(now.toLocalDate()))
        .orElse(null);
  }

  /**
   * What somebody said to pay.
   *
   * @param yuan positive; null where no amount is told
   * @param all whether it is all that is owed, which is told instead of an amount
   * @param who said so, as typed; empty when that is not told
   * @param when it is to come
   */
  public record Promised(@Nullable BigDecimal yuan, boolean all, String who, When when) {}

  /**
   * What a text promises that says nothing else; empty for others, and where no day is told.
   *
   * @param now what time it is, in the zone of the one who speaks
   */
  public Optional<Promised> promised(Typed text, ZonedDateTime now) {
    if (!isAbout(text.plain()) || !promises.in(text, now)) {
      return Optional.empty();
    }
    TimeReading reading = times.read(text, now, Facing.AHEAD);
    if (reading.times().size() != 1) {
      return Optional.empty();
    }
    Rest rest = rest(text.plain(), reading.spans());
    Matcher some = (rest.yuan() == null ? promiseOfAll : promise).matcher(rest.words());
    if (rest.amounts() > 1 || !some.find()) {
      return Optional.empty();
    }
    boolean all = rest.yuan() == null && some.group("from") == null;
    return Optional.of(new Promised(rest.yuan(), all, who(some, text), reading.times().get(0)));
  }

  /** As {@link #promised(Typed, ZonedDateTime)}, of words as typed. */
  public Optional<Promised> promised(String words, ZonedDateTime now) {
    return promised(Typed.of(words, script), now);
  }

  /** Whether words only tell that somebody is going to pay. */
  public boolean promises(String words, ZonedDateTime now) {
    return promises.in(Typed.of(words, script), now);
  }

  /**
   * What words tell that are known to be of a payment; empty without an amount.
   *
   * @param now what time it is, in the zone of the one who speaks
   */
  public Optional<Payment> read(String words, ZonedDateTime now) {
    Typed text = Typed.of(words, script);
    TimeReading reading = times.read(text, now, Facing.BACK);
    return told(text, now)
        .or(
            () ->
                free(text.plain(), reading.spans()).stream()
                    .reduce((first, second) -> second)
                    .map(
                        one ->
                            new Payment(
                                one.value(),
                                name(text.plain().substring(0, one.from()).strip(), text),
                                day(reading, now),
                                false)));
  }

  private List<Amount> free(String plain, List<Span> spans) {
    return amounts.find(plain).stream()
        .filter(one -> one.value().signum() > 0)
        .filter(one -> spans.stream().noneMatch(new Span(one.from(), one.to())::overlaps))
        .toList();
  }

  private String who(Matcher matcher, Typed text) {
    return Stream.of("who", "from", "payer")
        .filter(group -> matcher.pattern().pattern().contains("?<" + group + ">"))
        .map(matcher::group)
        .filter(name -> name != null)
        .map(name -> name(name.strip(), text))
        .findFirst()
        .orElse("");
  }

  /** A name of the normal form as it was typed; empty for nobody. */
  private String name(String name, Typed text) {
    int from = text.plain().indexOf(name);
    return nobody.matcher(name).matches() || from < 0
        ? ""
        : text.words(from, from + name.length()).strip();
  }

  /**
   * What is left of a text without its times.
   *
   * @param words with a mark in the place of the amount, and blanks as one
   * @param yuan the first amount; null for none
   * @param amounts how many there are
   */
  private record Rest(String words, @Nullable BigDecimal yuan, int amounts) {}

  private Rest rest(String plain, List<Span> spans) {
    List<Amount> free = free(plain, spans);
    StringBuilder rest = new StringBuilder(plain);
    spans.forEach(span -> blank(rest, span.from(), span.to()));
    @Nullable BigDecimal yuan = null;
    if (!free.isEmpty()) {
      Amount amount = free.get(0);
      yuan = amount.value();
      blank(rest, amount.from(), amount.to());
      rest.setCharAt(amount.from(), AMOUNT);
    }
    return new Rest(rest.toString().replaceAll("\\s+", " ").strip(), yuan, free.size());
  }

  private static void blank(StringBuilder text, int from, int to) {
    for (int i = from; i < to; i++) {
      text.setCharAt(i, ' ');
    }
  }
}
