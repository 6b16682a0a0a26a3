package dev.zhaoshang.understanding;

import dev.zhaoshang.domain.Meaning;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** Reads what a rep typed. Made for one version of the content; safe for many threads. */
public interface Understanding {

  /**
   * What a text means.
   *
   * @param text as typed, any Unicode without lone surrogates, up to 10,000 characters
   * @param asked aspect or field id of the pending question; null when nothing is asked
   */
  Meaning read(String text, @Nullable String asked);

  /**
   * What a text means that was typed at that time: whether its times have passed may decide it.
   *
   * @param text as typed, any Unicode without lone surrogates, up to 10,000 characters
   * @param asked aspect or field id of the pending question; null when nothing is asked
   * @param now what time it is, in the zone of the one who speaks
   */
  default Meaning read(String text, @Nullable String asked, ZonedDateTime now) {
    return read(text, asked);
  }
}
