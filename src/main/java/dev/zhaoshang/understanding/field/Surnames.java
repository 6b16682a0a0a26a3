package dev.zhaoshang.understanding.field;

import dev.zhaoshang.understanding.text.Lexicon;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What looks like a Chinese person's name, in simplified characters. */
final class Surnames {

  private final Set<String> surnames = Lexicon.words("surnames");
  private final Pattern title;
  private final Pattern never;
  private final Pattern job;
  private final Pattern han = Pattern.compile("\\p{IsHan}+");

  Surnames(Lexicon lexicon) {
    never = lexicon.pattern("name.never");
    job = lexicon.pattern("name.job");
    title = Pattern.compile("(?:" + lexicon.pattern("name.title") + ")$");
  }

  /** Length of the surname at the start; 0 when there is none. */
  int surname(String text) {
    if (text.length() >= 2 && surnames.contains(text.substring(0, 2))) {
      return 2;
    }
    return !text.isEmpty() && surnames.contains(text.substring(0, 1)) ? 1 : 0;
  }

  /** A surname with a given name of one or two characters and no title. */
  boolean fullName(String text) {
    int surname = surname(text);
    int given = text.length() - surname;
    boolean single = (surname == 2 && text.length() == 3) || surname == 1 || given > 0;
    return surname > 0
        && single
        && given >= 1
        && given <= 2
        && han.matcher(text).matches()
        && !never.matcher(text.substring(surname)).find()
        && !titled(text);
  }

  /** Whether it is what somebody is and not who. */
  boolean job(String text) {
    return job.matcher(text).matches();
  }

  /** A surname, perhaps a given name, and a title. */
  boolean titled(String text) {
    Matcher matcher = title.matcher(text);
    if (!matcher.find() || matcher.start() == 0) {
      return false;
    }
    String rest = text.substring(0, matcher.start());
    int surname = surname(rest);
    return surname > 0 && rest.length() - surname <= 2 && han.matcher(rest).matches();
  }

  /** The name without its title where a given name is told; a title alone with a surname stays. */
  String withoutTitle(String text) {
    Matcher matcher = title.matcher(text);
    if (matcher.find() && fullName(text.substring(0, matcher.start()))) {
      return text.substring(0, matcher.start());
    }
    return text;
  }

  /** Length of a name with a title at the start; 0 when there is none. */
  int nameLength(String text) {
    for (int length = Math.min(6, text.length()); length >= 2; length--) {
      if (titled(text.substring(0, length))) {
        return length;
      }
    }
    return 0;
  }
}
