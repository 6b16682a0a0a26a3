package dev.zhaoshang.channel.wecom;

import java.net.URI;

/**
 * Which application of which company.
 *
 * @param corpId id of the company
 * @param agentId id of the application
 * @param secret of the application; shown nowhere
 * @param token that callbacks are signed with; shown nowhere
 * @param aesKey 43 characters that callbacks are encrypted with; shown nowhere
 * @param apiUrl scheme, host and port of the API, without a path
 */
public record WeComConfig(
    String corpId, int agentId, String secret, String token, String aesKey, URI apiUrl) {

  /** The platform's own server. */
  public static final URI WECOM = URI.create("https://qyapi.weixin.qq.com");

  /** Where callbacks come in, below the public address. */
  public static final String CALLBACK_PATH = "/hooks/wecom";

  private static final int KEY = 43;

  /** Refuses what cannot be right, without repeating a secret. */
  public WeComConfig {
    if (corpId.isBlank() || secret.isBlank() || token.isBlank()) {
      throw new IllegalArgumentException(
          "WeCom needs WECOM_CORP_ID, WECOM_AGENT_ID, WECOM_SECRET, WECOM_TOKEN and WECOM_AES_KEY");
    }
    if (!aesKey.matches("[A-Za-z0-9]{" + KEY + "}")) {
      throw new IllegalArgumentException(
          "WECOM_AES_KEY must be the 43 letters and digits of EncodingAESKey; copy it again");
    }
    String path = apiUrl.getPath();
    if (apiUrl.getHost() == null || (path != null && !path.isEmpty() && !path.equals("/"))) {
      throw new IllegalArgumentException(
          "WECOM_API_URL must be http(s)://host[:port] without a path");
    }
  }

  /** The text without any of the secrets. */
  String masked(String text) {
    return text.replace(secret, "****").replace(token, "****").replace(aesKey, "****");
  }

  @Override
  public String toString() {
    return "WeComConfig[corpId=" + corpId + ", agentId=" + agentId + ", apiUrl=" + apiUrl + "]";
  }
}
