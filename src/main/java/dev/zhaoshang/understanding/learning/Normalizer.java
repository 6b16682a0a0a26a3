package dev.zhaoshang.understanding.learning;

import com.hankcs.hanlp.HanLP;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.regex.Pattern;

/** Brings what is the same to one form: width, case, traditional and simplified, blanks. */
public final class Normalizer {

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern IDLE = Pattern.compile("[\\s\\p{P}]+");
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cn}\\p{Co}]");

  /** Longer texts are cut: what counts stands near the start, and an encoder takes no more. */
  private static final int LONGEST = 400;

  private Normalizer() {}

  /** The text in simplified characters, lower case, with single blanks. */
  public static String normalize(String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    String wide = java.text.Normalizer.normalize(cut, Form.NFKC);
    String visible = INVISIBLE.matcher(wide).replaceAll("");
    String simplified = HanLP.convertToSimplifiedChinese(visible);
    return BLANKS.matcher(simplified.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }

  /** A normalised text without blanks and punctuation: equal for texts that say the same words. */
  public static String essence(String normalized) {
    return IDLE.matcher(normalized).replaceAll("");
  }
}
