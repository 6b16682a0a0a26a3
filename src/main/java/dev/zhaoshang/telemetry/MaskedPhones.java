package dev.zhaoshang.telemetry;

import java.util.regex.Pattern;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/** No full telephone number stands in a structured line of the log; the plain one masks alike. */
public final class MaskedPhones implements StructuredLoggingJsonMembersCustomizer<Object> {

  private static final Pattern MOBILE = Pattern.compile("(1[3-9]\\d)\\d{4}(\\d{4})");

  @Override
  public void customize(JsonWriter.Members<Object> members) {
    members.applyingValueProcessor(
        JsonWriter.ValueProcessor.of(String.class, MaskedPhones::masked));
  }

  private static String masked(String text) {
    return MOBILE.matcher(text).replaceAll("$1****$2");
  }
}
