package org.closedloop.adapter.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.closedloop.kit.testing.TestData;

/**
 * What surrounds the adapter in its tests, beside broker and database: the shipped directory with
 * programs of our own added, and free ports for the programs and the stand-in of feedback-service.
 * The servers themselves are {@link World}'s.
 */
public class AdapterWorld implements QuarkusTestResourceLifecycleManager {

  /** Config key of the port of {@code push-one}'s server. */
  static final String PUSH_ONE_PORT = "test.port.push-one";

  /** Config key of the port of {@code push-two}'s server. */
  static final String PUSH_TWO_PORT = "test.port.push-two";

  /** Config key of the port of the stand-in of feedback-service. */
  static final String FEEDBACK_PORT = "test.port.feedback";

  @Override
  public int order() {
    return 1;
  }

  @Override
  public Map<String, String> start() {
    int pushOne = freePort();
    int pushTwo = freePort();
    int feedback = freePort();
    Map<String, String> config = new HashMap<>();
    config.put(PUSH_ONE_PORT, Integer.toString(pushOne));
    config.put(PUSH_TWO_PORT, Integer.toString(pushTwo));
    config.put(FEEDBACK_PORT, Integer.toString(feedback));
    config.put("hub.directory", directory(pushOne, pushTwo).toString());
    config.put("hub.feedback-url", "http://127.0.0.1:" + feedback);
    config.put("hub.answer-within", "PT2S");
    config.put("adapter.retry.first-pause", "PT0.2S");
    config.put("adapter.retry.longest-pause", "PT0.5S");
    config.put("adapter.sweep-every", "PT0.2S");
    return config;
  }

  private static Path directory(int pushOne, int pushTwo) {
    try {
      Path folder = Files.createTempDirectory("parties");
      try (Stream<Path> shipped = Files.list(TestData.parties())) {
        for (Path file : shipped.toList()) {
          Files.copy(file, folder.resolve(file.getFileName()));
        }
      }
      write(folder, "push-one", "2790000013", "push", pushOne);
      write(folder, "push-two", "2790000021", "push", pushTwo);
      write(folder, "pull-only", "2790000039", "pull", pushOne);
      write(folder, "no-topic", "2790000047", "topic", pushOne);
      write(folder, "push-dead", "2790000054", "push", freePort());
      write(folder, "push-slow", "2790000062", "push", pushTwo);
      write(folder, "push-asking", "2790000070", "push", pushTwo);
      write(folder, "push-hasty", "2790000088", "push", pushOne);
      retry(folder, "push-hasty", "giveUpAfter: PT0.5S");
      write(folder, "push-brief", "2790000096", "push", pushOne);
      retry(folder, "push-brief", "parkedFor: PT0.5S");
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path folder, String id, String npi, String channel, int port)
      throws IOException {
    Files.writeString(
        folder.resolve(id + ".yaml"),
        """
        id: %s
        name: "Test program %s"
        npi: "%s"
        roles: [recipient]
        useCases: [arthritis, obesity]
        channels: [%s]
        push: http://127.0.0.1:%d/fhir
        active: true
        """
            .formatted(id, id, npi, channel, port));
  }

  private static void retry(Path folder, String id, String line) throws IOException {
    Files.writeString(
        folder.resolve(id + ".yaml"), "retry:\n  " + line + "\n", StandardOpenOption.APPEND);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    // The servers are daemons of the test JVM.
  }
}
