package dev.zhaoshang.store.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A file of records, appended one after the other. A record is its length, its checksum and its
 * bytes; one that a crash cut short is not read, nor is anything behind it.
 */
final class Journal implements AutoCloseable {

  private static final int HEADER = 2 * Integer.BYTES;

  private final FileChannel channel;
  private long size;

  /** Begins the file anew. */
  Journal(Path file) {
    try {
      this.channel =
          FileChannel.open(
              file,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a record; it is safe once {@link #force} has returned. */
  void append(byte[] entry) {
    ByteBuffer buffer = ByteBuffer.allocate(HEADER + entry.length);
    buffer.putInt(entry.length).putInt(checksum(entry)).put(entry).flip();
    try {
      while (buffer.hasRemaining()) {
        size += channel.write(buffer);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void force() {
    try {
      channel.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In bytes. */
  long size() {
    return size;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Hands the records of a file, if there is one, to the consumer, oldest first.
   *
   * @return false when there are whole records behind one that is damaged: a crash leaves none
   */
  static boolean read(Path file, Consumer<byte[]> consumer) {
    if (!Files.exists(file)) {
      return true;
    }
    try {
      ByteBuffer buffer = ByteBuffer.wrap(Files.readAllBytes(file));
      for (byte[] entry = next(buffer); entry != null; entry = next(buffer)) {
        consumer.accept(entry);
      }
      return !hasRecordBehind(buffer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The record that begins here; null, and the place kept, where none does. */
  private static byte @Nullable [] next(ByteBuffer buffer) {
    int start = buffer.position();
    if (buffer.remaining() >= HEADER) {
      int length = buffer.getInt();
      int checksum = buffer.getInt();
      if (length > 0 && length <= buffer.remaining()) {
        byte[] entry = new byte[length];
        buffer.get(entry);
        if (checksum(entry) == checksum) {
          return entry;
        }
      }
    }
    buffer.position(start);
    return null;
  }

  private static boolean hasRecordBehind(ByteBuffer buffer) {
    for (int at = buffer.position() + 1; at < buffer.limit() - HEADER; at++) {
      buffer.position(at);
      if (next(buffer) != null) {
        return true;
      }
    }
    return false;
  }

  static int checksum(byte[] entry) {
    CRC32 crc = new CRC32();
    crc.update(entry);
    return (int) crc.getValue();
  }
}
