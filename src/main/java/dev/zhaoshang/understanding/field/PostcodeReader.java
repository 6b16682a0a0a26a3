package dev.zhaoshang.understanding.field;

import dev.zhaoshang.domain.Value;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Span;
import dev.zhaoshang.understanding.text.SpokenDigits;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Postcodes: six digits after a label, or alone where the address or the contact is asked for. */
final class PostcodeReader implements FieldReader {

  private static final Pattern DIGITS =
      Pattern.compile("(?<![\\da-z.\\-])\\d(?: ?\\d){3,7}(?![\\d\\-.a-z])");
  private static final int REACH = 14;
  private static final int LENGTH = 6;

  private final SpokenDigits spoken = new SpokenDigits();
  private final Pattern label;

  PostcodeReader(Lexicon lexicon) {
    label = lexicon.pattern("postcode.label");
  }

  @Override
  public void read(Reading reading) {
    Matcher matcher = DIGITS.matcher(spoken.dialed(reading.plain(), LENGTH));
    while (matcher.find()) {
      Span span = new Span(matcher.start(), matcher.end());
      String digits = matcher.group().replace(" ", "");
      if (!reading.free(span)) {
        continue;
      }
      boolean labelled = labelled(reading, span.from());
      boolean asked = reading.asked().only("postcode");
      boolean near = reading.asked().about("contact");
      if (digits.length() == LENGTH && (labelled || asked || near)) {
        reading.put("postcode", new Value.Text(digits), span, labelled || asked ? 0.98 : 0.8);
        reading.take(span);
      } else if (labelled || asked) {
        reading.unclear("postcode", span, "postcode.length");
        reading.take(span);
      }
    }
  }

  private boolean labelled(Reading reading, int at) {
    String before = reading.plain().substring(Math.max(0, at - REACH), at);
    return label.matcher(before).find();
  }
}
