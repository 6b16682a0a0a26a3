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
      Pattern.compile("(?<![\\da-z.\\-])\\d(?:[ \uE000]{0,8}\\d){3,7}(?![\\d\\-.a-z])");
  private static final Pattern NOT_DIGIT = Pattern.compile("\\D+");
  private static final int REACH = 14;
  private static final int ADDRESS_REACH = 40;
  private static final int LENGTH = 6;

  private final SpokenDigits spoken;
  private final Pattern label;
  private final Pattern road;
  private final Pattern english;

  PostcodeReader(Lexicon lexicon) {
    spoken = new SpokenDigits(lexicon);
    label = lexicon.pattern("postcode.label");
    english = lexicon.pattern("address.en");
    road = lexicon.pattern("address.strong");
  }

  @Override
  public void read(Reading reading) {
    Matcher matcher = DIGITS.matcher(spoken.dialed(reading.plain(), LENGTH));
    while (matcher.find()) {
      Span span = new Span(matcher.start(), matcher.end());
      String digits = NOT_DIGIT.matcher(matcher.group()).replaceAll("");
      if (!reading.free(span)) {
        continue;
      }
      boolean labelled = labelled(reading, span.from());
      boolean asked = reading.asked().only("postcode");
      boolean near = reading.asked().about("contact") || afterRoad(reading, span.from());
      if (digits.length() == LENGTH && (labelled || asked || near)) {
        reading.put("postcode", new Value.Text(digits), span, labelled || asked ? 0.98 : 0.8);
        reading.take(span);
      } else if (labelled || asked) {
        reading.unclear("postcode", span, "postcode.length");
        reading.take(span);
      }
    }
  }

  /** Whether it stands right after an address, as on a card. */
  private boolean afterRoad(Reading reading, int at) {
    int start = Math.max(0, at - ADDRESS_REACH);
    String before = reading.plain().substring(start, at).stripTrailing();
    String line = before.substring(before.lastIndexOf('\n') + 1);
    return reading.asked().aspect() == null
        && at > 0
        && (road.matcher(line).matches() || english.matcher(line).find());
  }

  private boolean labelled(Reading reading, int at) {
    String before = reading.plain().substring(Math.max(0, at - REACH), at);
    return label.matcher(before).find();
  }
}
