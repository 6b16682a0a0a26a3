package dev.zhaoshang.channel.wecom;

import dev.zhaoshang.channel.Wire;
import dev.zhaoshang.domain.Update;
import org.jspecify.annotations.Nullable;

/** WeCom's way in: XML as it stands in a callback, once opened. */
public final class WeComWire implements Wire {

  @Override
  public Update receive(String rep, int n, @Nullable String text, @Nullable String button) {
    String content =
        button == null
            ? "<MsgType>text</MsgType><Content><![CDATA[" + text + "]]></Content>"
            : "<MsgType>event</MsgType><Event>template_card_event</Event><EventKey><![CDATA["
                + button
                + "]]></EventKey><TaskId>t"
                + n
                + "</TaskId>";
    String id = button == null ? "<MsgId>" + n + "</MsgId>" : "";
    String xml = WeComStandIn.message("LiLei", content + id);
    return new Decoder(1000002).decode(Xml.read(xml).orElseThrow()).orElseThrow().of(rep);
  }
}
