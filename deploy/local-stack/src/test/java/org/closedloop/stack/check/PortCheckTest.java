package org.closedloop.stack.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PortCheckTest {

  @Test
  void shouldNameThePortAndTheProcessThatHasIt() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(PortCheck.complaint(taken.getLocalPort(), "gateway"))
          .get()
          .asString()
          .contains("Port " + taken.getLocalPort(), "gateway", holder());
      assertThat(PortCheck.open(taken.getLocalPort())).isTrue();
    }
  }

  @Test
  void shouldSeeAPortThatIsTakenOnAllAddresses() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      assertThat(PortCheck.complaint(taken.getLocalPort(), "gateway")).isPresent();
    }
  }

  @Test
  void shouldSayNothingAboutAFreePort() throws IOException {
    int port;
    try (ServerSocket closedAgain = new ServerSocket(0)) {
      port = closedAgain.getLocalPort();
    }
    assertThat(PortCheck.complaint(port, "gateway")).isEmpty();
    assertThat(PortCheck.open(port)).isFalse();
  }

  @Test
  void shouldFindTheSocketOfAListenerInTheKernelsTable() {
    String line =
        "  0: 0100007F:1F91 00000000:0000 0A 00000000:00000000 00:00000000 00000000 0 0 4242 1";
    assertThat(PortOwner.listeningInode(line, 8081)).contains("4242");
    assertThat(PortOwner.listeningInode(line, 8082)).isEmpty();
    assertThat(PortOwner.listeningInode(line.replace(" 0A ", " 01 "), 8081)).isEmpty();
  }

  private static String holder() {
    return Files.isDirectory(Path.of("/proc/self"))
        ? "process " + ProcessHandle.current().pid()
        : "another process";
  }
}
