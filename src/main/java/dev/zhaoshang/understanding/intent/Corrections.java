package dev.zhaoshang.understanding.intent;

import dev.zhaoshang.content.Content;
import dev.zhaoshang.content.Finder;
import dev.zhaoshang.content.Form;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Typed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a correction takes back, and which field it speaks of. */
public final class Corrections {

  private final Finder sign;
  private final Finder pair;
  private final Pattern takenBack;
  private final Pattern lead;
  private final Map<String, Pattern> labels = new LinkedHashMap<>();

  /** Takes its patterns from the lexicon, the fields from the content. */
  public Corrections(Content content, Lexicon lexicon) {
    sign = lexicon.finder("correct");
    pair = lexicon.finder("correct.pair");
    takenBack = lexicon.pattern("correct.back");
    lead = lexicon.pattern("correct.lead");
    for (Form.Aspect aspect : content.intake().aspects()) {
      for (Form.Field field : aspect.fields()) {
        lexicon.find("label." + field.id()).ifPresent(label -> labels.put(field.id(), label));
      }
    }
  }

  /** Whether the text takes back something told before. */
  public boolean in(String plain) {
    return sign.in(plain) || pair.in(plain);
  }

  /** Whether it sets one thing against another, and has no other words of a correction. */
  public boolean tellsApart(String plain) {
    return !sign.in(plain) && pair.in(plain);
  }

  /** Where it sets one thing against another; -1 when it does not. */
  public int setsApartAt(String plain) {
    Matcher matcher = pair.pattern().matcher(plain);
    return matcher.find() ? matcher.start() : -1;
  }

  /** The text with the old value, and the words that take it back, blanked out. */
  public Typed withoutOld(Typed text) {
    return blanked(text, List.of(takenBack, sign.pattern()));
  }

  /** The text without what names the field, and leads to its new value. */
  public Typed withoutLabel(Typed text, String field) {
    return blanked(text, List.of(labels.get(field), lead));
  }

  /** The text without what leads to a new value of free words. */
  public Typed withoutLead(Typed text) {
    return blanked(text, List.of(lead));
  }

  private static Typed blanked(Typed text, List<Pattern> patterns) {
    StringBuilder plain = new StringBuilder(text.plain());
    for (Pattern pattern : patterns) {
      Matcher matcher = pattern.matcher(text.plain());
      while (matcher.find()) {
        for (int i = matcher.start(); i < matcher.end(); i++) {
          plain.setCharAt(i, ' ');
        }
      }
    }
    return text.mended(plain.toString());
  }

  /** Id of the field that the text names, the first if several. */
  public Optional<String> named(String plain) {
    @Nullable String first = null;
    int at = Integer.MAX_VALUE;
    for (Map.Entry<String, Pattern> label : labels.entrySet()) {
      Matcher matcher = label.getValue().matcher(plain);
      if (matcher.find() && matcher.start() < at) {
        first = label.getKey();
        at = matcher.start();
      }
    }
    return Optional.ofNullable(first);
  }
}
