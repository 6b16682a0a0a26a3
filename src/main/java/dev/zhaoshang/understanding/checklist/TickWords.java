package dev.zhaoshang.understanding.checklist;

import dev.zhaoshang.understanding.text.HanlpScript;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Script;
import dev.zhaoshang.understanding.text.Typed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads which items of a list a text ticks. Immutable. */
public final class TickWords {

  /** Longer texts tick nothing by naming it: they tell something. */
  private static final int LONGEST = 40;

  private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");

  private final Script script = new HanlpScript();
  private final Pattern all;
  private final Pattern bare;
  private final Pattern numbers;
  private final Pattern noted;
  private final Pattern title;
  private final Pattern not;
  private final Pattern unseen;

  /** Takes its patterns from the lexicon. */
  public TickWords(Lexicon lexicon) {
    all = lexicon.pattern("tick.all");
    bare = lexicon.pattern("tick.bare");
    numbers = lexicon.pattern("tick.numbers");
    noted = lexicon.pattern("tick.noted");
    title = lexicon.pattern("tick.title");
    not = lexicon.pattern("tick.not");
    unseen = lexicon.pattern("tick.unseen");
  }

  /**
   * What a text ticks.
   *
   * @param items positions in the list, from 0; empty with {@code shown} for the one that is shown
   * @param shown whether the item that is shown is meant
   * @param note what was noted with it; empty for nothing
   */
  public record Ticked(List<Integer> items, boolean shown, String note) {
    public Ticked {
      items = List.copyOf(items);
    }
  }

  /**
   * Reads a text.
   *
   * @param text as typed
   * @param names of each item, in the list's order: its title and other words for it
   * @return empty when it ticks nothing
   */
  public Optional<Ticked> read(String text, List<List<String>> names) {
    Typed typed = Typed.of(text.strip(), script);
    String plain = typed.plain().replaceAll("[\\s,.!\u3002]+$", "");
    if (all.matcher(plain).matches()) {
      return Optional.of(ticked(IntStream.range(0, names.size()).boxed().toList(), ""));
    }
    if (bare.matcher(plain).matches()) {
      return Optional.of(new Ticked(List.of(), true, ""));
    }
    Matcher counted = numbers.matcher(plain);
    if (counted.matches()) {
      return numbered(counted.group(1), names.size(), "");
    }
    Matcher one = noted.matcher(plain);
    if (one.matches()) {
      return numbered(one.group(1), names.size(), typed.words(one.start(2), one.end(2)));
    }
    return named(plain, names);
  }

  private static Optional<Ticked> numbered(String digits, int items, String note) {
    List<Integer> found = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(digits);
    while (matcher.find()) {
      int item = Integer.parseInt(matcher.group()) - 1;
      if (item < 0 || item >= items) {
        return Optional.empty();
      }
      found.add(item);
    }
    return Optional.of(ticked(found, note));
  }

  private Optional<Ticked> named(String plain, List<List<String>> names) {
    if (plain.length() > LONGEST || !title.matcher(plain).find() || not.matcher(plain).find()) {
      return Optional.empty();
    }
    List<Integer> found = among(plain, names);
    return found.isEmpty() ? Optional.empty() : Optional.of(ticked(found, ""));
  }

  /**
   * Items that the caption of a photo says are seen on it; none where it says that something was
   * not seen.
   *
   * @param names of each item, in the list's order
   */
  public List<Integer> seen(String caption, List<List<String>> names) {
    String plain = Typed.of(caption, script).plain();
    return unseen.matcher(plain).find() ? List.of() : among(plain, names);
  }

  /** A name of an item as it stands in a text. */
  private record Named(int item, int from, int to) {

    boolean overlaps(Named other) {
      return from < other.to && other.from < to;
    }

    int length() {
      return to - from;
    }
  }

  /** The longest names first; words that one of them used tell of no other item. */
  private List<Integer> among(String plain, List<List<String>> names) {
    List<Named> found = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      for (String name : names.get(i)) {
        found.addAll(named(plain, i, name));
      }
    }
    found.sort(Comparator.comparingInt(one -> -one.length()));
    List<Named> used = new ArrayList<>();
    for (Named one : found) {
      if (used.stream().noneMatch(other -> other.item() != one.item() && other.overlaps(one))) {
        used.add(one);
      }
    }
    return used.stream().map(Named::item).distinct().sorted().toList();
  }

  private List<Named> named(String plain, int item, String name) {
    String word = Typed.of(name, script).plain().strip();
    List<Named> found = new ArrayList<>();
    int at = word.isEmpty() ? -1 : plain.indexOf(word);
    while (at >= 0) {
      found.add(new Named(item, at, at + word.length()));
      at = plain.indexOf(word, at + 1);
    }
    return found;
  }

  private static Ticked ticked(List<Integer> items, String note) {
    return new Ticked(items.stream().distinct().toList(), false, note);
  }
}
