package org.closedloop.acceptance.chaos.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A line that passes, is slow, is cut, and is mended. */
class TcpProxyTest {

  private ServerSocket echo;
  private TcpProxy proxy;

  @BeforeEach
  void open() throws IOException {
    echo = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::echoAll);
    proxy = new TcpProxy(0, echo.getLocalPort());
  }

  @AfterEach
  void close() throws IOException {
    proxy.close();
    echo.close();
  }

  @Test
  void shouldPassBothWays() throws IOException {
    try (Socket line = line()) {
      assertThat(echoed(line, 42)).isEqualTo(42);
    }
  }

  @Test
  void shouldBreakWhatIsOpenAndWhatComesUntilMended() throws IOException {
    try (Socket line = line()) {
      assertThat(echoed(line, 1)).isEqualTo(1);
      proxy.cut();
      assertThat(echoed(line, 2)).isEqualTo(-1);
    }
    try (Socket line = line()) {
      assertThat(echoed(line, 3)).isEqualTo(-1);
    }
    proxy.mend();
    try (Socket line = line()) {
      assertThat(echoed(line, 4)).isEqualTo(4);
    }
  }

  @Test
  void shouldDelayBothWays() throws IOException {
    proxy.slow(60);
    try (Socket line = line()) {
      long begin = System.nanoTime();
      assertThat(echoed(line, 5)).isEqualTo(5);
      assertThat((System.nanoTime() - begin) / 1_000_000).isGreaterThanOrEqualTo(120);
    }
  }

  private Socket line() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), proxy.port());
  }

  /** The echo; -1 when the line is broken. */
  private static int echoed(Socket line, int one) {
    try {
      line.getOutputStream().write(one);
      return line.getInputStream().read();
    } catch (IOException broken) {
      return -1;
    }
  }

  private void echoAll() {
    while (!echo.isClosed()) {
      try {
        Socket caller = echo.accept();
        Thread.ofVirtual().start(() -> echo(caller));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void echo(Socket caller) {
    try (caller) {
      caller.getInputStream().transferTo(caller.getOutputStream());
    } catch (IOException broken) {
      // The line was cut.
    }
  }
}
