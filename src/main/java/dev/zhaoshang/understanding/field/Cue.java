package dev.zhaoshang.understanding.field;

import dev.zhaoshang.content.Form;
import dev.zhaoshang.understanding.text.Script;
import dev.zhaoshang.understanding.text.Span;
import dev.zhaoshang.understanding.text.Typed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words that announce a field, as the content gives them. */
final class Cue {

  private static final Pattern NEVER = Pattern.compile("(?!)");

  private final Form.Field field;
  private final Pattern pattern;

  Cue(Form.Field field, Script script) {
    this.field = field;
    List<String> words = new ArrayList<>();
    field.cues().forEach(cue -> words.add(Typed.of(cue, script).plain()));
    words.sort(Comparator.comparingInt(String::length).reversed());
    this.pattern =
        words.isEmpty()
            ? NEVER
            : Pattern.compile(words.stream().map(Cue::bounded).collect(Collectors.joining("|")));
  }

  /** The cues of the fields of some types, in the form's order. */
  static List<Cue> of(Form form, Script script, Form.FieldType... types) {
    return form.aspects().stream()
        .flatMap(aspect -> aspect.fields().stream())
        .filter(field -> List.of(types).contains(field.type()))
        .map(field -> new Cue(field, script))
        .toList();
  }

  private static String bounded(String word) {
    String start = latin(word.charAt(0)) ? "(?<![a-z])" : "";
    String end = latin(word.charAt(word.length() - 1)) ? "(?![a-z])" : "";
    return start + Pattern.quote(word) + end;
  }

  private static boolean latin(char c) {
    return c >= 'a' && c <= 'z';
  }

  Form.Field field() {
    return field;
  }

  /** Where it stands in a part of a text, in order. */
  List<Span> in(String plain, Span part) {
    Matcher matcher =
        pattern.matcher(plain).region(part.from(), part.to()).useTransparentBounds(true);
    List<Span> found = new ArrayList<>();
    while (matcher.find()) {
      found.add(new Span(matcher.start(), matcher.end()));
    }
    return found;
  }
}
