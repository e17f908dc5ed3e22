package org.closedloop.stack.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.closedloop.core.catalog.UseCaseCatalog;
import org.closedloop.core.directory.Directory;
import org.closedloop.core.topic.TopicPlan;
import org.closedloop.core.topic.TopicSpec;
import org.closedloop.stack.part.StackSettings;
import org.closedloop.stack.process.StackFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real Kafka and PostgreSQL as processes: what they acknowledged survives force and a new start.
 */
class BackingStoresTest {

  private static final Path ROOT = Path.of("../..");
  private static final String TOPIC = "referral.journal";

  @TempDir private Path folder;
  private LocalStack stack;
  private StackClients clients;

  @BeforeEach
  void choosePorts() {
    StackSettings settings = StackSettings.of(ROOT, folder.resolve("data"), FreePorts.offset());
    stack = new LocalStack(settings, text -> {});
    clients = new StackClients(stack);
  }

  @AfterEach
  void leaveNothing() {
    stack.down();
    assertThat(stack.running()).isEmpty();
  }

  @Test
  void shouldKeepWhatWasAcknowledgedOverKillAndRestart() throws Exception {
    stack.upWithoutServices();
    assertThat(clients.topics()).containsAll(planned());
    assertThat(clients.setting("fsync")).isEqualTo("on");
    assertThat(clients.setting("synchronous_commit")).isEqualTo("on");

    save("one");
    stack.kill("kafka");
    stack.kill("postgresql");
    assertThat(stack.running()).isEmpty();
    stack.upWithoutServices();

    save("two");
    long kafka = stack.pid("kafka").orElseThrow();
    stack.kill("postgresql");
    stack.upWithoutServices();
    assertThat(stack.pid("kafka")).hasValue(kafka);

    save("three");
    stack.down();
    stack.upWithoutServices();
    assertThat(clients.received(TOPIC, 3)).containsExactly("one", "two", "three");
    assertThat(clients.rows()).containsExactly("one", "two", "three");
  }

  @Test
  void shouldStartNothingWhenAPortIsTaken() throws IOException {
    int port = stack.port("kafka");
    try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThat(taken.isBound()).isTrue();
      assertThatThrownBy(stack::upWithoutServices)
          .isInstanceOf(StackFailure.class)
          .hasMessageContainingAll("Port " + port, "kafka");
    }
    assertThat(stack.running()).isEmpty();
  }

  @Test
  void shouldEndAllAgainAndSayWhyWhenOnePartDies() throws IOException {
    Files.createDirectories(folder.resolve("data/postgres"));
    Files.writeString(folder.resolve("data/postgres/PG_VERSION"), "17");
    assertThatThrownBy(stack::upWithoutServices)
        .isInstanceOf(StackFailure.class)
        .hasMessageContainingAll("postgresql ended while starting", "postgresql.log");
    assertThat(stack.running()).isEmpty();
  }

  private void save(String value) throws Exception {
    clients.send(TOPIC, value);
    clients.insert(value);
  }

  private static List<String> planned() {
    Directory directory = Directory.load(ROOT.resolve("deploy/directory"));
    UseCaseCatalog catalog = UseCaseCatalog.load(ROOT.resolve("use-cases"));
    return TopicPlan.of(directory, catalog).stream().map(TopicSpec::name).toList();
  }
}
