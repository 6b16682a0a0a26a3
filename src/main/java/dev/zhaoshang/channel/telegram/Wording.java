package dev.zhaoshang.channel.telegram;

import dev.zhaoshang.conversation.Enclosures;
import dev.zhaoshang.domain.Language;
import dev.zhaoshang.domain.Person;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What the channel says by itself; the words come from dialogs/.
 *
 * @param stranger the polite line to somebody unknown
 * @param group the line to a group in which somebody spoke to the bot
 * @param menu what each command that a role may use does, by command without its slash, in the
 *     order of the menu
 * @param enclosures what goes with replies
 */
public record Wording(
    Function<Language, String> stranger,
    Function<Language, String> group,
    BiFunction<Person.Role, Language, Map<String, String>> menu,
    Enclosures enclosures) {}
