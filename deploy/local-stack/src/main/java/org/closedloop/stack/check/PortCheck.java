package org.closedloop.stack.check;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import org.closedloop.stack.process.Waiting;

/** Is a port of this machine free? */
public final class PortCheck {

  private static final int CONNECT_MS = 500;
  private static final Duration CLOSING = Duration.ofSeconds(3);

  private PortCheck() {}

  /**
   * A sentence naming the port, who needs it and who has it; empty when it is free.
   *
   * @param port TCP port on the loopback address
   * @param neededBy name of the part that wants it
   */
  public static Optional<String> complaint(int port, String neededBy) {
    if (free(port)) {
      return Optional.empty();
    }
    Optional<PortOwner> owned = PortOwner.of(port);
    // A killed process is gone a moment before its sockets are.
    if (owned.isEmpty() && Waiting.until(() -> free(port), CLOSING)) {
      return Optional.empty();
    }
    String holder =
        owned
            .map(owner -> "process " + owner.pid() + " (" + owner.name() + ")")
            .orElse("another process");
    return Optional.of(
        "Port %d, which %s needs, is in use by %s. End that process and try again."
            .formatted(port, neededBy, holder));
  }

  /** Whether something accepts connections there. */
  public static boolean open(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  static boolean free(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
