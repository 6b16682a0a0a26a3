package dev.zhaoshang.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zhaoshang.domain.Language;
import dev.zhaoshang.domain.SentFile;
import dev.zhaoshang.domain.Update;
import dev.zhaoshang.domain.Update.Kind;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecoderTest {

  private static final String PHOTO =
      "'photo':[{'file_id':'f','file_unique_id':'u','width':1," + "'height':1}]";

  private final Decoder decoder = new Decoder("4711", () -> Optional.of("the_bot"));

  @Test
  void a_text_is_a_text() throws JsonProcessingException {
    String json = Updates.text(5, "王建国 13812345678");
    Update update = decode(json).orElseThrow();
    assertThat(update)
        .isEqualTo(
            new Update(
                "telegram:4711:5",
                "li",
                "telegram",
                "1001",
                Kind.TEXT,
                "王建国 13812345678",
                null,
                "1001:105",
                Language.ZH,
                json));
  }

  @Test
  void an_edit_names_the_message_that_was_edited() {
    Update update = decode(Updates.edited(6, "\"text\":\"139\"")).orElseThrow();
    assertThat(update.kind()).isEqualTo(Kind.EDIT);
    assertThat(update.text()).isEqualTo("139");
    assertThat(update.message()).isEqualTo("1001:106");
  }

  @Test
  void a_tap_carries_its_data_and_the_message_that_it_was_under() {
    Update update = decode(Updates.tap(7, "skip:mobile")).orElseThrow();
    assertThat(update.kind()).isEqualTo(Kind.BUTTON);
    assertThat(update.button()).isEqualTo("skip:mobile");
    assertThat(update.message()).isEqualTo("1001:77");
    assertThat(update.text()).isEmpty();
  }

  @Test
  void a_tap_under_a_message_too_old_for_telegram_is_a_tap() {
    String old = Updates.tap(7, "skip:mobile").replace("\"date\":1", "\"date\":0");
    assertThat(decode(old)).map(Update::message).contains("1001:77");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "VOICE|'voice':{'file_id':'f','file_unique_id':'u','duration':3}|``",
        "FILE|'document':{'file_id':'f','file_unique_id':'u'},'caption':'营业执照'|营业执照",
        "FILE|" + PHOTO + "|``",
        "OTHER|'sticker':{'file_id':'f','file_unique_id':'u','type':'regular','width':1,"
            + "'height':1,'is_animated':false,'is_video':false}|``",
        "LOCATION|'location':{'latitude':31.3,'longitude':120.6}|31.30000,120.60000",
        "FORWARD|'text':'价格高','forward_origin':{'type':'hidden_user','date':1,"
            + "'sender_user_name':'王'}|价格高",
        "OTHER|'something_from_the_future':{'x':1}|``",
        "TEXT|'contact':{'phone_number':'+8613812345678','first_name':'建国','last_name':'王'}"
            + "|王建国 +8613812345678",
        "TEXT|'contact':{'phone_number':'138','first_name':'John','last_name':'Doe'}|John Doe 138",
        "TEXT|'contact':{'phone_number':'138','first_name':'王总'}|王总 138",
      })
  void messages_of_every_kind_have_one_of_ours(Kind kind, String content, String text) {
    Update update = decode(Updates.message(8, content.replace('\'', '"'))).orElseThrow();
    assertThat(update.kind()).isEqualTo(kind);
    assertThat(update.text()).isEqualTo(text);
    assertThat(update.message()).isEqualTo("1001:108");
  }

  @Test
  void a_file_comes_with_what_is_known_of_it() {
    String json =
        "\"document\":{\"file_id\":\"f1\",\"file_unique_id\":\"u\",\"file_name\":\"执照.pdf\","
            + "\"mime_type\":\"application/pdf\",\"file_size\":1234}";
    assertThat(decode(Updates.message(8, json)).map(Update::file))
        .contains(new SentFile("f1", "执照.pdf", "application/pdf", 1234));
  }

  @Test
  void of_a_picture_the_largest_size_is_kept() {
    String json =
        "'photo':[{'file_id':'small','file_unique_id':'u','width':90,'height':90},"
            + "{'file_id':'large','file_unique_id':'v','width':900,'height':900,'file_size':5}]";
    assertThat(decode(Updates.message(8, json.replace('\'', '"'))).map(Update::file))
        .contains(new SentFile("large", "", "image/jpeg", 5));
  }

  @Test
  void a_reply_to_a_question_says_which() {
    String json =
        "'text':'13912345678','reply_to_message':{'message_id':77,'date':1,"
            + "'chat':{'id':1001,'type':'private'},'text':'手机？','reply_markup':{'inline_keyboard':"
            + "[[{'text':'跳过','callback_data':'skip:d1:mobile:skipped'}]]}}";
    assertThat(decode(Updates.message(8, json.replace('\'', '"'))).map(Update::about))
        .contains(new Update.About("d1", "mobile"));
  }

  @Test
  void a_command_in_a_group_is_seen_and_other_talk_is_not() throws JsonProcessingException {
    String command = Updates.text(9, "/help").replace("private", "group");
    assertThat(decoder.group(received(command))).contains("1001");
    assertThat(decoder.group(received(command.replace("/help", "hello")))).isEmpty();
    assertThat(decoder.group(received(Updates.text(9, "/help")))).isEmpty();
  }

  @Test
  void a_command_for_another_bot_of_the_group_is_not_ours() throws JsonProcessingException {
    String ours = Updates.text(9, "/digest@The_Bot").replace("private", "group");
    assertThat(decoder.inGroup(received(ours)).map(one -> one.content().text()))
        .contains("/digest");
    assertThat(decoder.inGroup(received(ours.replace("The_Bot", "other_bot")))).isEmpty();
    assertThat(decoder.group(received(ours.replace("The_Bot", "other_bot")))).isEmpty();
  }

  @Test
  void somebody_who_blocks_the_bot_is_named() throws JsonProcessingException {
    assertThat(Decoder.blocked(received(Updates.member(9, "kicked")))).contains("1001");
    assertThat(Decoder.blocked(received(Updates.member(9, "member")))).isEmpty();
    assertThat(decode(Updates.member(9, "kicked"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"zh-hans,ZH", "zh,ZH", "ZH-tw,ZH", "en,EN", "de,EN", "'',"})
  void the_language_of_the_app_is_taken(String code, Language language) {
    String json = Updates.text(9, "hi").replace("zh-hans", code);
    assertThat(decode(json).orElseThrow().language()).isEqualTo(language);
  }

  @Test
  void an_app_that_names_no_language_has_none() {
    String json = Updates.text(9, "hi").replace(",\"language_code\":\"zh-hans\"", "");
    assertThat(decode(json).orElseThrow().language()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"group", "supergroup", "channel"})
  void only_private_chats_are_ours(String type) {
    assertThat(decode(Updates.text(9, "hi").replace("private", type))).isEmpty();
  }

  @Test
  void moves_of_a_live_location_are_not_edits() {
    String moved = Updates.edited(9, "\"location\":{\"latitude\":31.3,\"longitude\":120.6}");
    assertThat(decode(moved)).isEmpty();
  }

  @Test
  void an_update_of_a_kind_from_the_future_is_none_of_ours() {
    assertThat(decode("{\"update_id\":9,\"thought\":{\"from\":{\"id\":\"1001\"}}}")).isEmpty();
  }

  @Test
  void data_that_no_button_of_ours_has_is_none_of_ours() {
    assertThat(decode(Updates.tap(9, "x".repeat(65)))).isEmpty();
  }

  @Test
  void lone_surrogates_are_replaced_in_the_text_and_escaped_in_the_record() {
    Update update = decode(Updates.text(9, "a\\ud83db\\ud83d\\ude00")).orElseThrow();
    assertThat(update.text()).isEqualTo("a\uFFFDb😀");
    assertThat(update.raw()).contains("a\\ud83db😀");
  }

  @Test
  void an_undecodable_update_is_kept_as_received_when_its_sender_can_be_told() {
    Update update = decode(Updates.poison(9)).orElseThrow();
    assertThat(update.kind()).isEqualTo(Kind.UNREADABLE);
    assertThat(update.id()).isEqualTo("telegram:4711:9");
    assertThat(update.chat()).isEqualTo("1001");
    assertThat(update.raw()).isEqualTo(Updates.poison(9));
  }

  @Test
  void an_undecodable_update_without_a_sender_or_of_a_group_is_none_of_ours() {
    assertThat(decode(Updates.anonymousPoison(9))).isEmpty();
    String group = Updates.poison(9).replace("\"chat\":{\"id\":1001", "\"chat\":{\"id\":-5");
    assertThat(decode(group)).isEmpty();
  }

  private static Received received(String json) throws JsonProcessingException {
    return Received.of(new ObjectMapper().readTree(json));
  }

  private Optional<Update> decode(String json) {
    try {
      Received received = Received.of(new ObjectMapper().readTree(json));
      return decoder.decode(received).map(incoming -> incoming.of("li"));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
