package dev.zhaoshang.channel.wecom;

import dev.zhaoshang.channel.wecom.TokenCache.Token;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import me.chanjar.weixin.common.bean.WxAccessToken;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import org.jspecify.annotations.Nullable;

/** WxJava's settings, with an access token that all instances share. */
final class SharedConfig extends WxCpDefaultConfigImpl {

  private static final long serialVersionUID = 1L;

  /** So long before its end a token is not used any more. */
  private static final Duration MARGIN = Duration.ofMinutes(3);

  private final transient TokenCache cache;
  private final transient InstantSource clock;
  private transient volatile @Nullable Token token;

  SharedConfig(WeComConfig config, TokenCache cache, InstantSource clock) {
    this.cache = cache;
    this.clock = clock;
    setCorpId(config.corpId());
    setCorpSecret(config.secret());
    setAgentId(config.agentId());
    setToken(config.token());
    setAesKey(config.aesKey());
    setBaseApiUrl(config.apiUrl().toString().replaceAll("/$", ""));
  }

  @Override
  public String getAccessToken() {
    Token known = token;
    return known == null ? "" : known.value();
  }

  @Override
  public boolean isAccessTokenExpired() {
    if (!isGood(token)) {
      token = cache.read().orElse(null);
    }
    return !isGood(token);
  }

  private boolean isGood(@Nullable Token known) {
    return known != null && clock.instant().isBefore(known.expires().minus(MARGIN));
  }

  /** The platform refused it; unless another instance has a new one, a new one is fetched. */
  @Override
  public void expireAccessToken() {
    Token refused = token;
    Token kept = cache.read().orElse(null);
    if (refused != null && kept != null && kept.value().equals(refused.value())) {
      cache.write(new Token(refused.value(), Instant.EPOCH));
    }
    token = null;
  }

  @Override
  public synchronized void updateAccessToken(WxAccessToken fresh) {
    updateAccessToken(fresh.getAccessToken(), fresh.getExpiresIn());
  }

  @Override
  public synchronized void updateAccessToken(String value, int seconds) {
    Token fresh = new Token(value, clock.instant().plusSeconds(seconds));
    token = fresh;
    cache.write(fresh);
  }
}
