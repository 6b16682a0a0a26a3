package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Found;
import dev.zhaoshang.domain.Intent;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.Value;
import dev.zhaoshang.understanding.text.Lexicon;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A surname with a title, or a nickname, is how a customer is called, not another name: it never
 * replaces a full name of that surname.
 */
final class FullName {

  private static final Pattern TITLE = Lexicon.load().pattern("name.title");
  private static final Pattern NICKNAME = Lexicon.load().pattern("name.nickname");
  private static final Pattern LATIN_TITLE =
      Pattern.compile("(?:mr|ms|mrs|miss|dr|lao|xiao|manager|boss)\\.? ([a-z]+)");

  private FullName() {}

  /** What a text tells without such a name; an outright correction is taken as it is. */
  static Meaning kept(Draft draft, Meaning meaning) {
    Distributor current = draft.current();
    String full = current == null ? "" : current.text("name").orElse("");
    if (full.isEmpty() || meaning.intent() == Intent.CORRECT) {
      return meaning;
    }
    List<Found> rest =
        meaning.fields().stream()
            .filter(
                found ->
                    !(found.field().equals("name")
                        && found.value() instanceof Value.Text told
                        && calls(told.raw(), full)))
            .toList();
    return rest.size() == meaning.fields().size() ? meaning : meaning.telling(rest);
  }

  /** Whether a name is only what somebody of that full name is called. */
  static boolean calls(String told, String full) {
    if (told.equals(full) || isCall(full)) {
      return false;
    }
    String latin = told.toLowerCase(Locale.ROOT);
    Matcher titled = LATIN_TITLE.matcher(latin);
    if (titled.matches()) {
      return List.of(full.toLowerCase(Locale.ROOT).split("[^a-z]+", -1)).contains(titled.group(1));
    }
    if (NICKNAME.matcher(told).matches()) {
      return full.startsWith(told.substring(1));
    }
    int surname = surname(told);
    return surname > 0 && full.startsWith(told.substring(0, surname));
  }

  private static boolean isCall(String name) {
    return surname(name) > 0 || NICKNAME.matcher(name).matches();
  }

  /** How long the surname before a title is; 0 for what is no surname with a title. */
  private static int surname(String name) {
    for (int n = 1; n <= 2 && n < name.length(); n++) {
      if (TITLE.matcher(name.substring(n)).matches()) {
        return n;
      }
    }
    return 0;
  }
}
