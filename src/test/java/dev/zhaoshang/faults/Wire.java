package dev.zhaoshang.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The network between the application and its database: slow at times, and cut at times. */
final class Wire implements AutoCloseable {

  private static final int BUFFER = 1 << 16;
  private static final int SLOW_MILLIS = 40;

  private final ServerSocket entrance;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Random random;
  private volatile int target;
  private volatile boolean slow;
  private volatile boolean down;

  Wire(Random random) {
    this.random = random;
    try {
      entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  int port() {
    return entrance.getLocalPort();
  }

  /** Where it leads, from the next connection on. */
  void leadTo(int port) {
    target = port;
  }

  /** Whether each piece is held back for a moment. */
  void slow(boolean isSlow) {
    slow = isSlow;
  }

  /** Whether nobody gets through. */
  void down(boolean isDown) {
    down = isDown;
    if (isDown) {
      cut();
    }
  }

  /** From now on all is well. */
  void clear() {
    slow(false);
    down(false);
  }

  /** Ends all connections, whatever is under way on them. */
  void cut() {
    open.forEach(Wire::end);
    open.clear();
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        Socket near = entrance.accept();
        if (down) {
          end(near);
        } else {
          connect(near);
        }
      } catch (IOException e) {
        // closed, or a connection that failed: the application tries again
      }
    }
  }

  private void connect(Socket near) throws IOException {
    try {
      Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
      open.add(near);
      open.add(far);
      threads.execute(() -> carry(near, far));
      threads.execute(() -> carry(far, near));
    } catch (IOException e) {
      end(near);
      throw e;
    }
  }

  private void carry(Socket from, Socket to) {
    byte[] buffer = new byte[BUFFER];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int length = in.read(buffer); length > 0; length = in.read(buffer)) {
        if (slow) {
          Campaign.pause(random.nextInt(SLOW_MILLIS));
        }
        out.write(buffer, 0, length);
      }
    } catch (IOException e) {
      // one end is gone, and takes the other with it
    } finally {
      end(from);
      end(to);
      open.remove(from);
      open.remove(to);
    }
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      entrance.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cut();
    threads.shutdownNow();
  }
}
