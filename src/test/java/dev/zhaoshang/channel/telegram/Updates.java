package dev.zhaoshang.channel.telegram;

import java.util.Locale;

/** Updates as Telegram sends them, from account 1001 unless said otherwise. */
final class Updates {

  private static final String FROM =
      "{\"id\":1001,\"is_bot\":false,\"first_name\":\"Li\",\"language_code\":\"zh-hans\"}";

  private Updates() {}

  static String text(long id, String text) {
    return message(id, "\"text\":\"" + text + "\"");
  }

  /** A message with that content, as JSON fields. */
  static String message(long id, String content) {
    return update(id, "message", FROM, content);
  }

  static String edited(long id, String content) {
    return update(id, "edited_message", FROM, "\"edit_date\":2," + content);
  }

  /** A text from another account. */
  static String textFrom(long account, long id, String text) {
    String from = FROM.replace("1001", String.valueOf(account));
    return update(id, "message", from, "\"text\":\"" + text + "\"")
        .replace("\"chat\":{\"id\":1001", "\"chat\":{\"id\":" + account);
  }

  static String tap(long id, String data) {
    return format(
        "{'update_id':%d,'callback_query':{'id':'tap%d','from':%s,'chat_instance':'1',"
            + "'message':{'message_id':77,'date':1,'chat':{'id':1001,'type':'private',"
            + "'first_name':'Li'},'text':'?'},'data':'%s'}}",
        id, id, FROM.replace('"', '\''), data);
  }

  /** The bot's membership of the private chat changes. */
  static String member(long id, String status) {
    String user = "{'user':{'id':4711,'is_bot':true,'first_name':'B'},'status':";
    return format(
        "{'update_id':%d,'my_chat_member':{'chat':{'id':1001,'type':'private'},'from':%s,'date':1,"
            + "'old_chat_member':%s'member'},'new_chat_member':%s'%s','until_date':0}}}",
        id, FROM.replace('"', '\''), user, user, status);
  }

  /** The library cannot decode this one: the message's id is no number. */
  static String poison(long id) {
    return text(id, "hello").replace("\"message_id\":" + (id + 100), "\"message_id\":{}");
  }

  /** The library cannot decode this one, and nobody can tell who sent it. */
  static String anonymousPoison(long id) {
    return format("{'update_id':%d,'message':7}", id);
  }

  private static String update(long id, String kind, String from, String content) {
    return format("{'update_id':%d,'%s':{'message_id':%d,'date':1,'from':", id, kind, id + 100)
        + from
        + format(",'chat':{'id':1001,'type':'private','first_name':'Li'},")
        + content
        + "}}";
  }

  private static String format(String format, Object... args) {
    return String.format(Locale.ROOT, format.replace('\'', '"'), args).replace('\'', '"');
  }
}
