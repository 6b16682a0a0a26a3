package dev.zhaoshang.understanding.text;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The provinces and cities that larger areas without a code of their own are made of. Immutable.
 */
public final class Areas {

  /** What regions without a code of GB/T 2260 have in its place. */
  private static final String NONE = "area";

  private final Map<String, List<String>> codes;
  private final Pattern ending;

  /** Read when it is first asked for. */
  private static final class Packaged {
    static final Areas AREAS = new Areas(Lexicon.load());
  }

  /** The packaged table. */
  public static Areas load() {
    return Packaged.AREAS;
  }

  private Areas(Lexicon lexicon) {
    Map<String, List<String>> read = new HashMap<>();
    for (String line : Lexicon.lines("/lexicon/areas.txt")) {
      String[] parts = line.split("\t", -1);
      read.put(parts[0], List.of(parts[1].split(" ", -1)));
    }
    codes = Map.copyOf(read);
    ending = lexicon.pattern("areas.ending");
  }

  /**
   * The codes of GB/T 2260 of a region.
   *
   * @param code as a reader gave it
   * @param words as typed
   * @return empty for an area that cannot be placed
   */
  public List<String> codes(String code, String words) {
    if (!code.startsWith(NONE)) {
      return List.of(code);
    }
    String name = words.strip().toLowerCase(Locale.ROOT);
    List<String> whole = codes.get(name);
    return whole != null
        ? whole
        : codes.getOrDefault(ending.matcher(name).replaceAll(""), List.of());
  }
}
