package org.closedloop.feedback;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.closedloop.kit.testing.TestData;

/**
 * The shipped directory with one change: the hospital that hears back by push has its address on a
 * free port, where a test may put a {@link Hospital}.
 */
public class TestDirectory implements QuarkusTestResourceLifecycleManager {

  /** System property with the hospital's port. */
  static final String PORT = "test.hospital.port";

  @Override
  public int order() {
    return 10;
  }

  @Override
  public Map<String, String> start() {
    try {
      int port = freePort();
      System.setProperty(PORT, Integer.toString(port));
      return Map.of("hub.directory", copy(port).toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Path copy(int port) throws IOException {
    Path folder = Files.createTempDirectory("directory");
    try (Stream<Path> files = Files.list(TestData.parties())) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
        String party = Files.readString(file);
        if (file.endsWith(Story.BY_PUSH + ".yaml")) {
          party = party.replaceAll("push: .*", "push: http://127.0.0.1:" + port + "/fhir");
        }
        Files.writeString(folder.resolve(file.getFileName()), party);
      }
    }
    return folder;
  }

  @Override
  public void stop() {
    System.clearProperty(PORT);
  }
}
