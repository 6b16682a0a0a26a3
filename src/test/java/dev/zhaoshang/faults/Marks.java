package dev.zhaoshang.faults;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is in a line to find its effect by: it occurs in no other. */
final class Marks {

  private static final Pattern MOBILE = Pattern.compile("新客户 .* (137\\d{8})\\b");
  private static final Pattern PROMISE = Pattern.compile("提醒我.*(Q\\d+Z)");

  private Marks() {}

  static String mobile(long update) {
    return "137%08d".formatted(update);
  }

  static String promise(long update) {
    return "Q" + update + "Z";
  }

  /** The mobile number of a new distributor. */
  static Optional<String> mobileIn(String line) {
    return first(MOBILE, line);
  }

  /** The mark of a promise. */
  static Optional<String> promiseIn(String line) {
    return first(PROMISE, line);
  }

  private static Optional<String> first(Pattern pattern, String line) {
    Matcher matcher = pattern.matcher(line);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
