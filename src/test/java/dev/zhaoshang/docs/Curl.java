package dev.zhaoshang.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A call as a curl command makes it.
 *
 * @param body null for a GET
 */
record Curl(String address, Map<String, String> headers, @Nullable String body) {

  private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

  /** Reads a command; only the options that README uses are known. */
  static Curl parse(String command) {
    List<String> words = words(command);
    String address = "";
    String body = null;
    Map<String, String> headers = new LinkedHashMap<>();
    for (int i = 1; i < words.size(); i++) {
      String word = words.get(i);
      switch (word) {
        case "-s" -> {}
        case "-d" -> body = words.get(++i);
        case "-H" -> {
          String[] header = words.get(++i).split(": ", 2);
          headers.put(header[0], header[1]);
        }
        default -> {
          if (word.startsWith("-")) {
            throw new AssertionError("unknown option " + word + " in " + command);
          }
          address = word;
        }
      }
    }
    return new Curl(address, headers, body);
  }

  private static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(command);
    while (matcher.find()) {
      for (int group = 1; group <= 3; group++) {
        if (matcher.group(group) != null) {
          words.add(matcher.group(group));
        }
      }
    }
    return words;
  }
}
