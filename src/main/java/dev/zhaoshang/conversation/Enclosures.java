package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Enclosure;
import java.util.Optional;

/** Makes what goes with replies; channels send it. */
@FunctionalInterface
public interface Enclosures {

  /**
   * Makes it of what is on record now; empty when nothing is any more.
   *
   * @throws dev.zhaoshang.store.StoreUnavailableException when the store cannot be read
   */
  Optional<Made> make(Enclosure enclosure);

  /** A file. */
  final class Made {

    private final String name;
    private final String type;
    private final byte[] bytes;
    private final String line;

    /**
     * A file.
     *
     * @param name of the file
     * @param type MIME type; pictures are shown as such
     * @param bytes of the file
     * @param line to be read with it, such as a link; empty for none
     */
    public Made(String name, String type, byte[] bytes, String line) {
      this.name = name;
      this.type = type;
      this.bytes = bytes.clone();
      this.line = line;
    }

    /** The name of the file. */
    public String name() {
      return name;
    }

    /** The MIME type. */
    public String type() {
      return type;
    }

    /** The bytes of the file. */
    public byte[] bytes() {
      return bytes.clone();
    }

    /** To be read with it; empty for nothing. */
    public String line() {
      return line;
    }

    /** Whether it is a picture. */
    public boolean isPicture() {
      return type.startsWith("image/");
    }
  }
}
