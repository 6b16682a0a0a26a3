package dev.zhaoshang.domain;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that a channel received from a rep, before anything is understood.
 *
 * @param id unique over all channels: {@code <channel>:<bot>:<update id>}
 * @param rep id of the person whose account sent it
 * @param channel channel that it came by, e.g. {@code telegram}
 * @param chat the chat within the channel that replies go to
 * @param kind what it is
 * @param text what was typed, without lone surrogates; empty when nothing was; the label of a
 *     button that was typed
 * @param button data of the tapped button; null for others
 * @param message the channel's id of the message: the one typed, edited, or under which the button
 *     was; null when there is none
 * @param language the language that the channel knows the rep to read; null when it does not know
 * @param raw the update as received, for the record; may be empty
 * @param about the earlier question that it replies to; null when it replies to none
 * @param file that was sent; null for others
 */
public record Update(
    String id,
    String rep,
    String channel,
    String chat,
    Kind kind,
    String text,
    @Nullable String button,
    @Nullable String message,
    @Nullable Language language,
    String raw,
    @Nullable About about,
    @Nullable SentFile file) {

  /** No planned time has it. */
  private static final char AGAIN = '/';

  /** An update that replies to nothing and brings no file. */
  public Update(
      String id,
      String rep,
      String channel,
      String chat,
      Kind kind,
      String text,
      @Nullable String button,
      @Nullable String message,
      @Nullable Language language,
      String raw) {
    this(id, rep, channel, chat, kind, text, button, message, language, raw, null, null);
  }

  /** The same words, meant as a tap on the button with that data. */
  public Update tapping(String data) {
    return new Update(
        id, rep, channel, chat, Kind.BUTTON, text, data, message, language, raw, about, file);
  }

  /**
   * A question that was asked before.
   *
   * @param distributor id of the distributor that it was about
   * @param asked aspect or field id that it asked for
   */
  public record About(String distributor, String asked) {}

  /**
   * Something that fell due for a rep: an update like any other.
   *
   * @param kind {@link Kind#DUE}, or {@link Kind#GONE} when the rep cannot be told
   * @param id {@code reminder:<kind>:<rep>:<subject>:<planned local date and time>}
   * @param key the entry that is due
   */
  public static Update due(
      Kind kind, String id, String rep, String channel, String chat, Ledger.Key key) {
    return new Update(
        id, rep, channel, chat, kind, key.ledger() + " " + key.entry(), null, null, null, "");
  }

  /**
   * The same once more, for an entry that is due although the turn of this one is over: its time
   * has come again, because the clock was set back.
   *
   * @param n how many times it is handed in then, from 2
   */
  public Update repeated(int n) {
    return new Update(
        id + AGAIN + n,
        rep,
        channel,
        chat,
        kind,
        text,
        button,
        message,
        language,
        raw,
        about,
        file);
  }

  /** Whether it was handed in before, and its entry is due all the same. */
  public boolean isRepeated() {
    return id.lastIndexOf(AGAIN) > id.lastIndexOf(':');
  }

  /** Whether others read along: ids of groups begin so, those of people do not. */
  public boolean isInGroup() {
    return kind.isOfRep() && chat.startsWith("-");
  }

  /** Ends the id of an update that tells what a voice message said. */
  public static final String HEARD = ":heard";

  /** Ends the id of an update that tells what a spreadsheet says. */
  public static final String SHEET = ":sheet";

  /** The id of the update whose content this one tells; empty for one that stands alone. */
  public Optional<String> told() {
    return Stream.of(HEARD, SHEET)
        .filter(id::endsWith)
        .map(end -> id.substring(0, id.length() - end.length()))
        .findFirst();
  }

  /** The entry that is due; for {@link Kind#DUE} and {@link Kind#GONE} only. */
  public Ledger.Key key() {
    int at = text.indexOf(' ');
    return new Ledger.Key(text.substring(0, at), text.substring(at + 1));
  }

  /** What can come in. */
  public enum Kind {
    /** A typed message. */
    TEXT,
    /** A tapped button. */
    BUTTON,
    /** An earlier message, edited. */
    EDIT,
    /** A message of somebody else, passed on. */
    FORWARD,
    /** A place: the text is latitude and longitude in degrees, with a comma between. */
    LOCATION,
    /** A voice message; with a file when it is being written down and its text follows. */
    VOICE,
    /** A picture or file. */
    FILE,
    /**
     * What the spreadsheet says that came before: the text is that of its {@link Table}, or empty
     * when it could not be read.
     */
    SHEET,
    /** A sticker, or anything else without text. */
    OTHER,
    /** An update that could not be decoded; its raw text is kept. */
    UNREADABLE,
    /** No message: an entry of a ledger fell due, {@code <ledger> <entry>} is the text. */
    DUE,
    /** No message: an entry fell due for a rep who has blocked us or left. */
    GONE;

    /** Whether the rep did something. */
    public boolean isOfRep() {
      return this != DUE && this != GONE;
    }
  }
}
