package org.closedloop.acceptance.chaos.play;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.closedloop.stack.process.StackFailure;

/** A line between two ports of this machine that can be cut and slowed down. */
public final class TcpProxy {

  private static final int PIECE = 64 * 1024;

  private final int to;
  private final ServerSocket door;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean cut;
  private volatile long latencyMs;

  /**
   * Begins to pass on what comes.
   *
   * @param from port it listens on; 0 for any that is free
   * @param to port it passes to
   */
  public TcpProxy(int from, int to) {
    this.to = to;
    try {
      door = new ServerSocket();
      door.setReuseAddress(true);
      door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), from));
    } catch (IOException e) {
      throw new StackFailure("Port " + from + " is taken; a line that can be cut needs it.", e);
    }
    threads.execute(this::accept);
  }

  /** Where it listens. */
  public int port() {
    return door.getLocalPort();
  }

  /** Breaks every connection, and each new one at once. */
  public void cut() {
    cut = true;
    open.forEach(TcpProxy::closeQuietly);
  }

  /** From now on each piece of data waits this long, in both directions. */
  public void slow(long milliseconds) {
    latencyMs = milliseconds;
  }

  /** Everything passes again, at once. */
  public void mend() {
    cut = false;
    latencyMs = 0;
  }

  /** Nothing passes any more. */
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new StackFailure("A line could not be closed.", e);
    }
    open.forEach(TcpProxy::closeQuietly);
    threads.shutdownNow();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket caller = door.accept();
        threads.execute(() -> connect(caller));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void connect(Socket caller) {
    open.add(caller);
    try (caller;
        Socket callee = cut ? null : new Socket(InetAddress.getLoopbackAddress(), to)) {
      if (callee != null) {
        open.add(callee);
        caller.setTcpNoDelay(true);
        callee.setTcpNoDelay(true);
        threads.execute(() -> pass(callee, caller));
        pass(caller, callee);
        open.remove(callee);
      }
    } catch (IOException refused) {
      closeQuietly(caller);
    } finally {
      open.remove(caller);
    }
  }

  /** Until one side closes; then the other is closed as well. */
  private void pass(Socket source, Socket target) {
    byte[] piece = new byte[PIECE];
    try (source;
        target) {
      InputStream in = source.getInputStream();
      OutputStream out = target.getOutputStream();
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        TimeUnit.MILLISECONDS.sleep(latencyMs);
        out.write(piece, 0, read);
      }
    } catch (IOException broken) {
      closeQuietly(source);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      // It is closed all the same.
    }
  }
}
