package dev.zhaoshang.understanding.field;

import dev.zhaoshang.domain.Value;
import dev.zhaoshang.understanding.text.Lexicon;
import dev.zhaoshang.understanding.text.Span;
import dev.zhaoshang.understanding.text.SpokenDigits;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mobile, office and fax numbers, told apart by their form, their label and what was asked. */
final class PhoneReader implements FieldReader {

  private static final int LABEL_REACH = 30;
  private static final int MOBILE_DIGITS = 11;
  private static final int POSTCODE_DIGITS = 6;
  private static final int AREA_LEAST = 3;

  /** A mobile number with a digit too many, which is nothing else. */
  private static final Pattern TOO_LONG_MOBILE = Pattern.compile("1[3-9]\\d{10}");

  private final PhoneNumbers numbers = new PhoneNumbers();
  private final SpokenDigits spoken;
  private final Pattern fax;
  private final Pattern faxToo;
  private final Pattern labelBefore;
  private final Pattern office;
  private final Pattern mobile;
  private final Pattern both;
  private final Pattern compared;
  private final Pattern area;
  private final Pattern postcode;

  PhoneReader(Lexicon lexicon) {
    spoken = new SpokenDigits(lexicon);
    fax = lexicon.pattern("phone.fax");
    faxToo = lexicon.pattern("phone.fax.too");
    labelBefore = lexicon.pattern("phone.label.before");
    office = lexicon.pattern("phone.office");
    mobile = lexicon.pattern("phone.mobile");
    both = lexicon.pattern("phone.both");
    compared = lexicon.pattern("phone.compared");
    area = lexicon.pattern("phone.area");
    postcode = lexicon.pattern("postcode.label");
  }

  @Override
  public void read(Reading reading) {
    int before = 0;
    for (DialedRun run : DialedRun.in(reading.plain(), spoken)) {
      List<PhoneNumbers.Phone> phones = numbers.read(run);
      for (PhoneNumbers.Phone phone : phones) {
        String label = label(reading, before, phone.span().from());
        assign(reading, phone, label);
        before = phone.span().to();
      }
      if (phones.isEmpty()) {
        complain(reading, run, label(reading, before, run.span().from()));
      }
    }
    Matcher too = faxToo.matcher(reading.plain());
    if (reading.has("officePhone") && !reading.has("fax") && too.find()) {
      reading.copy("officePhone", "fax", new Span(too.start(), too.end()));
    }
  }

  private String label(Reading reading, int before, int at) {
    int from = Math.max(before, at - LABEL_REACH);
    return compared.matcher(reading.plain().substring(from, at)).replaceAll(" ");
  }

  private void assign(Reading reading, PhoneNumbers.Phone phone, String label) {
    switch (phone.kind()) {
      case MOBILE -> put(reading, "mobile", phone.number(), phone.span());
      case LANDLINE -> landline(reading, phone.number(), phone.span(), label);
      case LOCAL -> local(reading, phone, label);
    }
  }

  private void local(Reading reading, PhoneNumbers.Phone phone, String label) {
    Matcher code = area.matcher(spoken.dialed(reading.plain(), AREA_LEAST));
    if (last(mobile, label) > Math.max(last(fax, label), last(office, label))) {
      reading.unclear("mobile", phone.span(), "mobile.length");
      reading.take(phone.span());
    } else if (code.find() && code.start() < phone.span().from()) {
      reading.take(new Span(code.start(), code.end()));
      landline(reading, code.group(1) + "-" + phone.number(), phone.span(), label);
    } else if (last(fax, label) >= 0
        || last(office, label) >= 0
        || reading.asked().only("officePhone", "fax")
        || (reading.asked().about("contact") && reading.asked().field() == null)) {
      landline(reading, phone.number(), phone.span(), label);
    } else if (reading.asked().only("mobile")) {
      reading.unclear("mobile", phone.span(), "mobile.length");
      reading.take(phone.span());
    }
  }

  private void landline(Reading reading, String number, Span span, String label) {
    int faxAt = last(fax, label);
    int officeAt = last(office, label);
    boolean askedFax = reading.asked().only("fax");
    boolean named = (faxAt >= 0 && officeAt >= 0) || (askedFax && officeAt >= 0);
    if (named && both.matcher(label).find()) {
      put(reading, "officePhone", number, span);
      put(reading, "fax", number, span);
    } else if (faxAt > officeAt || (askedFax && officeAt < 0)) {
      put(reading, "fax", number, span);
    } else if (reading.has("officePhone") && officeAt < 0 && !reading.has("fax")) {
      put(reading, "fax", number, span);
    } else {
      put(reading, "officePhone", number, span);
    }
  }

  private void put(Reading reading, String field, String number, Span span) {
    reading.put(field, new Value.Text(number), span, 0.98);
    int start = Math.max(0, span.from() - LABEL_REACH);
    Matcher before = labelBefore.matcher(reading.plain().substring(start, span.from()));
    reading.take(before.find() ? new Span(start + before.start(), span.to()) : span);
  }

  /** Says what is off with digits that should have been a number. */
  private void complain(Reading reading, DialedRun run, String label) {
    boolean beside = labelBefore.matcher(label).find();
    if (postcode.matcher(label).find() || (run.digits() == POSTCODE_DIGITS && !beside)) {
      return;
    }
    boolean asked = reading.asked().only("mobile", "officePhone", "fax") && run.digits() >= 5;
    if ((last(mobile, label) >= 0 && run.digits() >= 5)
        || (asked && reading.asked().only("mobile"))) {
      boolean full = run.digits() == MOBILE_DIGITS;
      reading.unclear("mobile", run.span(), full ? "mobile.invalid" : "mobile.length");
      reading.take(run.span());
    } else if ((last(fax, label) >= 0 && run.digits() >= 5)
        || (asked && reading.asked().only("fax"))) {
      reading.unclear("fax", run.span(), "fax.length");
      reading.take(run.span());
    } else if ((last(office, label) >= 0 && run.digits() >= 5) || asked) {
      reading.unclear("officePhone", run.span(), "officePhone.length");
      reading.take(run.span());
    } else if (TOO_LONG_MOBILE
        .matcher(reading.plain().substring(run.span().from(), run.span().to()))
        .matches()) {
      reading.unclear("mobile", run.span(), "mobile.length");
      reading.take(run.span());
    }
  }

  private static int last(Pattern pattern, String label) {
    Matcher matcher = pattern.matcher(label);
    int at = -1;
    while (matcher.find()) {
      at = matcher.start();
    }
    return at;
  }
}
