package dev.zhaoshang.understanding.field;

import dev.zhaoshang.domain.Value;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Span;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "A private company" says both what it is and who owns it; "a state unit" only who owns it. */
final class NatureReader implements FieldReader {

  private final Pattern company;
  private final Pattern ending;
  private final Pattern nameBefore;
  private final Map<String, Pattern> ownership;

  NatureReader(Lexicon lexicon) {
    company = lexicon.pattern("ownership.company");
    ending = lexicon.pattern("company.ending");
    nameBefore = lexicon.pattern("company.ending.after");
    ownership =
        Map.of(
            "jointStock", lexicon.pattern("ownership.jointStock"),
            "stateOwned", lexicon.pattern("ownership.stateOwned"),
            "private", lexicon.pattern("ownership.private"));
  }

  /** Whether it ends a company's name, which alone says neither. */
  private boolean named(Reading reading, Span span) {
    String plain = reading.plain();
    return ending.matcher(plain).region(span.from(), span.to()).lookingAt()
        && nameBefore.matcher(plain.substring(0, span.from())).find();
  }

  @Override
  public void read(Reading reading) {
    Matcher matcher = company.matcher(reading.plain());
    while (matcher.find()) {
      Span span = new Span(matcher.start(), matcher.end());
      if (!reading.free(span) || reading.asked().freeText() || named(reading, span)) {
        continue;
      }
      ownership.forEach(
          (id, pattern) -> {
            if (pattern.matcher(matcher.group()).find()) {
              reading.put("nature", new Value.Text("company"), span, 0.95);
              reading.put("ownership", new Value.Text(id), span, 0.95);
            }
          });
      reading.take(span);
    }
  }
}
