package dev.zhaoshang.outbox;

import dev.zhaoshang.domain.OutboxEntry;

/** Where entries wait for each other. */
record Chat(String channel, String id) {

  static Chat of(OutboxEntry entry) {
    return new Chat(entry.channel(), entry.chat());
  }
}
