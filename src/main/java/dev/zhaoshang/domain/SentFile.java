package dev.zhaoshang.domain;

import java.util.Locale;
import java.util.Set;

/**
 * A picture or file as a channel keeps it.
 *
 * @param id by which the channel gives it out again
 * @param name as sent; empty when it has none
 * @param type MIME type; empty when the channel does not say
 * @param bytes size; 0 when the channel does not say
 */
public record SentFile(String id, String name, String type, long bytes) {

  /** What Telegram's bots may fetch again. */
  public static final long LARGEST = 20L * 1024 * 1024;

  private static final Set<String> ENDINGS =
      Set.of(
          "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "wps", "et", "ofd", "csv", "txt",
          "jpg", "jpeg", "png", "heic", "webp", "gif");

  private static final Set<String> PICTURES = Set.of("jpg", "jpeg", "png", "heic", "webp", "gif");

  private static final Set<String> TYPES =
      Set.of("application/pdf", "application/msword", "text/csv", "text/plain");

  /** Whether it is small enough to be fetched again. */
  public boolean fits() {
    return bytes <= LARGEST;
  }

  /** Whether it is a picture or a paper: nothing that runs, and no archive that hides something. */
  public boolean isPaper() {
    if (name.contains(".")) {
      return ENDINGS.contains(ending());
    }
    return type.startsWith("image/") || TYPES.contains(type);
  }

  /** Whether it is a spreadsheet that can be read. */
  public boolean isSheet() {
    return ending().equals("xlsx");
  }

  /** Whether it is a picture. */
  public boolean isPicture() {
    return name.contains(".") ? PICTURES.contains(ending()) : type.startsWith("image/");
  }

  private String ending() {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
