package dev.zhaoshang.understanding.text;

import com.hankcs.hanlp.HanLP;

/** {@link Script} by HanLP's table. */
public final class HanlpScript implements Script {

  @Override
  public String simplify(String text) {
    String whole = HanLP.convertToSimplifiedChinese(text);
    return whole.length() == text.length() ? whole : oneByOne(text);
  }

  private static String oneByOne(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.chars()
        .forEach(
            c -> {
              String one = HanLP.convertToSimplifiedChinese(String.valueOf((char) c));
              out.append(one.length() == 1 ? one.charAt(0) : (char) c);
            });
    return out.toString();
  }
}
