package dev.zhaoshang.channel.wecom;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import me.chanjar.weixin.common.bean.menu.WxMenu;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.error.WxRuntimeException;
import me.chanjar.weixin.cp.api.WxCpService;
import me.chanjar.weixin.cp.api.impl.WxCpServiceApacheHttpClientImpl;
import me.chanjar.weixin.cp.bean.message.WxCpMessage;
import me.chanjar.weixin.cp.bean.message.WxCpMessageSendResult;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls the API through WxJava; no failure shows a secret. */
final class WeComApi {

  /** The code of a member whom the application does not reach. */
  static final int NOT_ALLOWED = 81013;

  static final String CHOSEN = "\u2713 ";

  private static final Logger LOG = LoggerFactory.getLogger(WeComApi.class);

  private final WeComConfig config;
  private final WxCpService service;
  private final Executor aside;

  /**
   * For one application.
   *
   * @param aside runs what nothing waits for
   */
  WeComApi(WeComConfig config, TokenCache tokens, InstantSource clock, Executor aside) {
    this.config = config;
    this.aside = aside;
    this.service = new WxCpServiceApacheHttpClientImpl();
    service.setWxCpConfigStorage(new SharedConfig(config, tokens, clock));
    // The outbox tries again, and knows what it does; without one repetition WxJava hides errors.
    service.setMaxRetryTimes(1);
    service.setRetrySleepMillis(1);
  }

  /** A call of WxJava's. */
  @FunctionalInterface
  interface Call<T> {

    /** Makes it. */
    T on(WxCpService service) throws WxErrorException, IOException;
  }

  /** Sends a message; that the member is not reached is a failure too. */
  void send(WxCpMessage message) throws CallFailedException {
    WxCpMessageSendResult result = call(s -> s.getMessageService().send(message));
    String missed = result.getInvalidUser();
    if (missed != null && !missed.isBlank()) {
      throw new CallFailedException("the application does not reach this member", NOT_ALLOWED);
    }
  }

  /**
   * Puts a picture or a file there.
   *
   * @param sort {@code image} or {@code file}
   * @param ending of the file's name
   * @return its id, which is good for three days
   */
  String upload(String sort, String ending, byte[] bytes) throws CallFailedException {
    return call(
        s ->
            s.getMediaService().upload(sort, ending, new ByteArrayInputStream(bytes)).getMediaId());
  }

  /** Sends without waiting; a failure is logged and that is all. */
  void sendAside(WxCpMessage message) {
    callAside(
        s -> {
          s.getMessageService().send(message);
          return true;
        });
  }

  /**
   * Puts one label that cannot be tapped in the place of a card's buttons, without waiting. Where
   * the code was used or has expired the card stays as it is.
   */
  void settle(String member, String code, String label) {
    callAside(
        s -> {
          s.getTaskCardService()
              .updateTemplateCardButton(List.of(member), List.of(), List.of(), 0, code, label);
          return true;
        });
  }

  /** Makes the menu of the application, without waiting. */
  void offerMenu(WxMenu menu) {
    callAside(
        s -> {
          s.getMenuService().create(menu);
          return true;
        });
  }

  /** Makes a call without waiting. */
  void callAside(Call<?> call) {
    try {
      aside.execute(
          () -> {
            try {
              call(call);
            } catch (CallFailedException e) {
              LOG.info("{}", e.getMessage());
            }
          });
    } catch (RejectedExecutionException e) {
      LOG.debug("Not called any more: the channel has stopped");
    }
  }

  private <T> T call(Call<T> call) throws CallFailedException {
    try {
      return call.on(service);
    } catch (WxErrorException e) {
      int code = e.getError() == null ? 0 : e.getError().getErrorCode();
      // An error without an answer carries the exception's text, and that may show the address.
      String said = code == 0 || e.getError() == null ? "" : e.getError().getErrorMsgEn();
      throw new CallFailedException("WeCom failed: " + code + " " + safe(said), code);
    } catch (IOException | WxRuntimeException e) {
      throw new CallFailedException("WeCom failed: " + e.getClass().getSimpleName(), 0);
    }
  }

  private String safe(@Nullable String said) {
    return config.masked(said == null ? "" : said.replaceAll("access_token=[^&\\s]*", "****"));
  }
}
