package dev.zhaoshang.understanding.intent;

import dev.zhaoshang.content.Checklist;
import dev.zhaoshang.content.Content;
import dev.zhaoshang.content.Form;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Numbers;
import dev.zhaoshang.understanding.text.Script;
import dev.zhaoshang.understanding.text.Typed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognises the commands of words.yml, with polite words around them and their arguments. */
public final class CommandReader {

  private static final String GAP = "\u2026";
  private static final int LONGEST_ARGUMENT = 40;
  private static final int LONGEST = 80;

  /** What begins with a slash is meant as a command, however long it is. */
  private static final String SLASH = "/";

  private static final int LONGEST_AFTER_SLASH = 400;
  private static final Pattern LATIN_END = Pattern.compile("[a-z0-9.]$");
  private static final Pattern BOT = Pattern.compile("^(/[a-z]+)@\\w+");
  private static final Pattern ENDS = Pattern.compile("^[\\s,.!~\u3002]+|[\\s,.!?~\u3002]+$");

  /**
   * A wording with a gap for an argument.
   *
   * @param before what the text begins with
   * @param weight the more of it is words, the earlier it is tried
   */
  private record Wording(Command command, String before, Pattern pattern, int weight) {}

  /** Wordings without a gap, and the orders that they are. */
  private final Map<String, Order> fixed = new HashMap<>();

  private final List<Wording> wordings = new ArrayList<>();
  private final Map<Command, Pattern> extra = new EnumMap<>(Command.class);
  private final Pattern politeBefore;
  private final Pattern politeAfter;
  private final Pattern english;
  private final Numbers numbers;

  /** Compiles the wordings of the content. */
  public CommandReader(Content content, Lexicon lexicon, Script script) {
    politeBefore = Pattern.compile("^(?:" + lexicon.pattern("polite.before") + ")+");
    politeAfter = Pattern.compile("(?:" + lexicon.pattern("polite.after") + ")+$");
    english = lexicon.pattern("language.english");
    numbers = new Numbers(lexicon);
    for (Command command : Command.values()) {
      String name = command.name().toLowerCase(Locale.ROOT);
      for (String words : content.commands().getOrDefault(name, List.of())) {
        add(command, Typed.of(words, script).plain().replace("...", GAP));
      }
      lexicon.find("command." + name).ifPresent(pattern -> extra.put(command, pattern));
    }
    for (Form form : content.forms().values()) {
      for (String words : form.words()) {
        open(Command.FORM, form.id(), Typed.of(words, script).plain());
      }
    }
    for (Checklist list : content.checklists().values()) {
      for (String words : list.words()) {
        open(Command.CHECKLIST, list.id(), Typed.of(words, script).plain());
      }
    }
    wordings.sort(Comparator.comparingInt(w -> -w.weight()));
  }

  private void open(Command command, String id, String plain) {
    fixed.putIfAbsent(plain, new Order(command, id));
  }

  private void add(Command command, String plain) {
    int at = plain.indexOf(GAP);
    if (at < 0) {
      fixed.putIfAbsent(
          plain, command == Command.LANGUAGE ? language(plain) : new Order(command, null));
      return;
    }
    String before = plain.substring(0, at).strip();
    String after = plain.substring(at + GAP.length()).strip();
    String space = LATIN_END.matcher(before).find() ? "\\s+" : "\\s*";
    int most = before.startsWith(SLASH) ? LONGEST_AFTER_SLASH : LONGEST_ARGUMENT;
    String regex =
        Pattern.quote(before) + space + "(.{1," + most + "}?)\\s*" + Pattern.quote(after);
    int weight = before.length() + 2 * after.length();
    wordings.add(new Wording(command, before, Pattern.compile(regex), weight));
  }

  /** The command that the whole text is; empty when it is none. */
  public Optional<Order> read(Typed text) {
    if (text.plain().length() > LONGEST && !text.plain().startsWith(SLASH)) {
      return Optional.empty();
    }
    String plain = BOT.matcher(text.plain()).replaceFirst("$1");
    int shift = text.plain().length() - plain.length();
    for (String tried : List.of(ends(plain), polite(ends(plain)))) {
      Order whole = fixed.get(tried);
      if (whole != null) {
        return Optional.of(whole);
      }
      for (Wording wording : wordings) {
        if (!tried.startsWith(wording.before())) {
          continue;
        }
        Matcher matcher = wording.pattern().matcher(tried);
        if (matcher.matches()) {
          return Optional.of(order(wording.command(), matcher.group(1), text, plain, shift));
        }
      }
    }
    return extra.entrySet().stream()
        .filter(e -> e.getValue().matcher(ends(plain)).find())
        .map(e -> new Order(e.getKey(), null))
        .findFirst();
  }

  private static String ends(String plain) {
    return ENDS.matcher(plain).replaceAll("");
  }

  private String polite(String plain) {
    String rest = politeBefore.matcher(plain).replaceFirst("");
    String bare = politeAfter.matcher(rest).replaceFirst("");
    return bare.isBlank() ? plain : ends(bare);
  }

  private Order language(String words) {
    return new Order(Command.LANGUAGE, english.matcher(words).find() ? "en" : "zh");
  }

  private Order order(
      Command command, @Nullable String argument, Typed text, String plain, int shift) {
    if (command == Command.LANGUAGE) {
      return language(argument == null ? plain : argument);
    }
    if (argument == null || argument.isBlank()) {
      return new Order(command, null);
    }
    if (command == Command.CHANGE) {
      Integer number = numbers.value(argument);
      boolean counted = number != null && number > 0 && argument.length() <= 3;
      return new Order(command, counted ? String.valueOf(number) : argument);
    }
    int at = plain.lastIndexOf(argument);
    return new Order(command, text.words(at + shift, at + shift + argument.length()));
  }
}
