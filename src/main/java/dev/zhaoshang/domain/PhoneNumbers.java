package dev.zhaoshang.domain;

import java.util.regex.Pattern;

/** Telephone numbers in texts that others may read. */
public final class PhoneNumbers {

  private static final String GAP = "[ -]?";

  /** Mobile numbers, of which the middle goes. */
  private static final Pattern MOBILE =
      Pattern.compile("(?<!\\d)(1[3-9]\\d)" + GAP + "\\d{4}" + GAP + "(\\d{4})(?!\\d)");

  /** Landlines with an area code, of which all but that and the end goes. */
  private static final Pattern LANDLINE =
      Pattern.compile("(?<!\\d)(0\\d{2,3})" + GAP + "\\d{4,5}" + GAP + "(\\d{3})(?!\\d)");

  private PhoneNumbers() {}

  /** The text with so much of each number gone that nobody can call it. */
  public static String masked(String text) {
    String mobiles = MOBILE.matcher(text).replaceAll("$1****$2");
    return LANDLINE.matcher(mobiles).replaceAll("$1****$2");
  }
}
