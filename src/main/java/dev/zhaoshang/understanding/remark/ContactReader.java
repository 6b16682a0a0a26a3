package dev.zhaoshang.understanding.remark;

import dev.zhaoshang.understanding.text.HanlpScript;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Script;
import dev.zhaoshang.understanding.text.Typed;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads who somebody is, with mobile and WeChat id. Immutable. */
public final class ContactReader {

  private static final Pattern MOBILE =
      Pattern.compile("(?<!\\d)(1[3-9]\\d)[\\s-]?(\\d{4})[\\s-]?(\\d{4})(?!\\d)");

  private final Pattern wechat;
  private final Pattern same;
  private final Pattern edge;
  private final Pattern other;
  private final Pattern whose;
  private final Script script;

  /** Takes its words from the lexicon. */
  public ContactReader(Lexicon lexicon, Script script) {
    wechat = lexicon.pattern("contact.wechat");
    same = lexicon.pattern("contact.wechat.same");
    edge = lexicon.pattern("contact.edge");
    other = lexicon.pattern("contact.other");
    whose = lexicon.pattern("contact.whose");
    this.script = script;
  }

  /** A reader with the packaged lexicon. */
  public static ContactReader load() {
    return new ContactReader(Lexicon.load(), new HanlpScript());
  }

  /**
   * What is told of somebody.
   *
   * @param who name and position as typed; may be empty
   * @param mobile 11 digits; empty when none is told
   * @param wechat id, or the mobile where that is said to be it; empty when none is told
   */
  public record Told(String who, String mobile, String wechat) {}

  /**
   * Whom a text tells of, where it is somebody else of the customer's: an accountant, a wife. Empty
   * for others, and without a number.
   */
  public Optional<Told> other(String words) {
    Typed text = Typed.of(words, script);
    Matcher matcher = other.matcher(text.plain());
    return matcher.find()
        ? Optional.of(read(text.words(matcher.start(), matcher.end())))
            .map(told -> new Told(own(told.who()), told.mobile(), told.wechat()))
        : Optional.empty();
  }

  private String own(String who) {
    String rest = whose.matcher(who).replaceFirst("").strip();
    return rest.isEmpty() ? who : rest;
  }

  /** What the words tell. */
  public Told read(String words) {
    Typed text = Typed.of(words, script);
    StringBuilder rest = new StringBuilder(text.plain());
    String mobile = "";
    Matcher number = MOBILE.matcher(text.plain());
    if (number.find()) {
      mobile = number.group(1) + number.group(2) + number.group(3);
      blank(rest, number.start(), number.end());
    }
    String id = "";
    Matcher shared = same.matcher(rest);
    if (shared.find()) {
      id = mobile;
      blank(rest, shared.start(), shared.end());
    }
    Matcher own = wechat.matcher(rest);
    if (own.find()) {
      id = text.words(own.start(1), own.end(1));
      blank(rest, own.start(), own.end());
    }
    return new Told(who(text, rest), mobile, id);
  }

  /** What is left, as it was typed. */
  private String who(Typed text, StringBuilder rest) {
    StringBuilder who = new StringBuilder();
    int from = 0;
    while (from < rest.length()) {
      int to = from;
      while (to < rest.length() && rest.charAt(to) != '\0') {
        to++;
      }
      who.append(who.isEmpty() ? "" : " ").append(text.words(from, to));
      from = to + 1;
    }
    return edge.matcher(who).replaceAll("").strip();
  }

  private static void blank(StringBuilder text, int from, int to) {
    for (int i = from; i < to; i++) {
      text.setCharAt(i, '\0');
    }
  }
}
