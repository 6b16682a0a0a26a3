package dev.zhaoshang.channel.wecom;

import dev.zhaoshang.conversation.Enclosures;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the channel says by itself; the words come from dialogs/.
 *
 * @param stranger the polite line to somebody unknown
 * @param menu data of the button by its label, in the order of the menu
 * @param choose the line above buttons whose text stands in a message of its own
 * @param stale stands on a card in the place of buttons that no longer fit
 * @param enclosures what goes with replies
 */
public record Wording(
    Supplier<String> stranger,
    Supplier<Map<String, String>> menu,
    Supplier<String> choose,
    Supplier<String> stale,
    Enclosures enclosures) {}
