package dev.zhaoshang.understanding.field;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.zhaoshang.understanding.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Mainland telephone numbers in a run of digits; where an area code ends is libphonenumber's word.
 * Those of Taiwan, whose area codes have one digit less, where the area code stands apart.
 */
final class PhoneNumbers {

  /** What a number is for. LOCAL has no area code, so only its surroundings tell that it is one. */
  enum Kind {
    MOBILE,
    LANDLINE,
    LOCAL
  }

  /** A number in the form in which it is kept. */
  record Phone(Kind kind, String number, Span span) {}

  private static final Pattern MOBILE = Pattern.compile("0?(1[3-9]\\d{9})");
  private static final Pattern ABROAD = Pattern.compile("(?:00)?86(.*)");
  private static final Pattern LANDLINE = Pattern.compile("0[1-9]\\d{8,10}");
  private static final Pattern TAIWAN_AREA = Pattern.compile("0[2-8]");
  private static final Pattern TAIWAN = Pattern.compile("0[2-8]\\d{7,8}");
  private static final Pattern SERVICE = Pattern.compile("[48]00\\d{7}");
  private static final Pattern LOCAL = Pattern.compile("[2-8]\\d{6,7}");
  private static final int GROUPS_MOST = 12;
  private static final int LOCAL_GROUPS_MOST = 4;

  private final PhoneNumberUtil library = PhoneNumberUtil.getInstance();

  /** The numbers of a run, longest first from the left; what fits no number is left out. */
  List<Phone> read(DialedRun run) {
    List<Phone> phones = new ArrayList<>();
    List<DialedRun.Group> groups = run.groups();
    int from = 0;
    while (from < groups.size()) {
      Optional<Phone> phone = Optional.empty();
      int to = Math.min(groups.size(), from + GROUPS_MOST);
      while (phone.isEmpty() && to > from) {
        phone = number(groups.subList(from, to), run.plus() && from == 0);
        to = phone.isEmpty() ? to - 1 : to;
      }
      phone.ifPresent(phones::add);
      from = phone.isEmpty() ? from + 1 : to;
    }
    return phones;
  }

  private Optional<Phone> number(List<DialedRun.Group> groups, boolean plus) {
    StringBuilder digits = new StringBuilder();
    groups.forEach(g -> digits.append(g.digits()));
    Span span = new Span(groups.get(0).span().from(), groups.get(groups.size() - 1).span().to());
    String number = digits.toString();
    var abroad = ABROAD.matcher(number);
    if (abroad.matches()) {
      String rest = abroad.group(1);
      if (MOBILE.matcher(rest).matches()) {
        return Optional.of(new Phone(Kind.MOBILE, rest.substring(rest.length() - 11), span));
      }
      if ((plus || number.startsWith("00")) && rest.length() >= 9) {
        number = rest.startsWith("0") ? rest : "0" + rest;
      }
    }
    String first = groups.get(0).digits();
    if (TAIWAN_AREA.matcher(first).matches() && TAIWAN.matcher(number).matches()) {
      return Optional.of(
          new Phone(Kind.LANDLINE, first + "-" + number.substring(first.length()), span));
    }
    return domestic(number, span, groups.size());
  }

  private Optional<Phone> domestic(String number, Span span, int groups) {
    if (MOBILE.matcher(number).matches()) {
      return Optional.of(new Phone(Kind.MOBILE, number.substring(number.length() - 11), span));
    }
    if (LANDLINE.matcher(number).matches()) {
      return landline(number).map(form -> new Phone(Kind.LANDLINE, form, span));
    }
    if (SERVICE.matcher(number).matches()) {
      return Optional.of(new Phone(Kind.LANDLINE, number, span));
    }
    boolean local = LOCAL.matcher(number).matches() && groups <= LOCAL_GROUPS_MOST;
    return local ? Optional.of(new Phone(Kind.LOCAL, number, span)) : Optional.empty();
  }

  private Optional<String> landline(String number) {
    int area = areaLength(number);
    int rest = number.length() - area;
    return rest == 7 || rest == 8
        ? Optional.of(number.substring(0, area) + "-" + number.substring(area))
        : Optional.empty();
  }

  /** Length of the area code with its zero. */
  private int areaLength(String number) {
    try {
      PhoneNumber parsed = library.parse(number, "CN");
      int length = library.getLengthOfGeographicalAreaCode(parsed);
      if (length > 0) {
        return length + 1;
      }
    } catch (NumberParseException e) {
      // A number that the library cannot read is split by the plan's rule below.
    }
    return number.startsWith("01") || number.startsWith("02") ? 3 : 4;
  }
}
