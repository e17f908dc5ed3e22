package org.closedloop.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line in a repository in which nothing runs. */
class MainTest {

  @TempDir private Path root;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void enter() {
    System.setProperty("bser.root", root.toString());
  }

  @AfterEach
  void leave() {
    System.clearProperty("bser.root");
  }

  @Test
  void shouldRefuseAnUnknownCommand() {
    assertThat(run("fly")).isEqualTo(2);
    assertThat(run()).isEqualTo(2);
    assertThat(text(err)).contains("--help");
    assertThat(text(out)).isEmpty();
  }

  @Test
  void shouldRefuseAnUnknownOption() {
    assertThat(run("status", "--loud")).isEqualTo(2);
    assertThat(text(err)).isEqualTo("'--loud' is not understood here.\n");
  }

  @Test
  void shouldReportTheStateOfEveryPartAsOneJsonObject() throws IOException {
    assertThat(run("status", "--json")).isZero();
    JsonNode status = new ObjectMapper().readTree(text(out));
    assertThat(text(out).lines()).hasSize(1);
    assertThat(status.get("up").asBoolean()).isFalse();
    assertThat(status.get("services").findValuesAsText("name"))
        .containsExactly("gateway", "router", "adapter", "feedback", "kafka", "postgresql");
    assertThat(status.get("services").get(0).properties())
        .extracting(entry -> entry.getKey())
        .containsExactly("name", "port", "pid", "ready", "rssMb");
    assertThat(text(err)).contains("not running");
  }

  @Test
  void shouldLeaveNoTraceWhenThereIsNothingToStop() {
    assertThat(run("down")).isZero();
    assertThat(text(out)).isEqualTo("Nothing was running.\n");
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void shouldPrintTheTokenAndNothingElse() throws IOException {
    writeParty();
    assertThat(run("token", "hospital")).isZero();
    assertThat(text(out)).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+\n");
    assertThat(text(err)).isEmpty();
  }

  @Test
  void shouldFailWithASentenceForAnUnknownParty() throws IOException {
    writeParty();
    assertThat(run("token", "nobody")).isEqualTo(1);
    assertThat(text(out)).isEmpty();
    assertThat(text(err)).contains("hospital").doesNotContain("\tat ");
  }

  @Test
  void shouldShowATraceOnlyWhenAsked() throws IOException {
    writeParty();
    assertThat(run("token", "nobody", "--debug")).isEqualTo(1);
    assertThat(text(err)).contains("\tat org.closedloop");
  }

  @Test
  void shouldSayWhatIsNotBuilt() {
    assertThat(run("up", "-d")).isEqualTo(1);
    assertThat(text(err)).contains("The service gateway is not built").doesNotContain("\tat ");
    assertThat(run("status")).isZero();
  }

  @Test
  void shouldSayThatOperatorsNeedARunningHub() {
    for (String command : List.of("parked", "rebuild", "replay all")) {
      assertThat(run(command.split(" "))).isEqualTo(1);
    }
    assertThat(run("discard", UUID.randomUUID().toString(), "--reason", "lost")).isEqualTo(1);
    assertThat(text(err).lines())
        .containsOnly("The hub is not up. `./bser up -d` starts it.")
        .hasSize(4);
    assertThat(text(out)).isEmpty();
  }

  @Test
  void shouldRefuseToReplayOrDiscardWhatIsNotSaid() {
    assertThat(run("replay")).isEqualTo(2);
    assertThat(run("replay", "--dry-run")).isEqualTo(2);
    assertThat(run("discard", "x")).isEqualTo(2);
    assertThat(run("discard", UUID.randomUUID().toString(), "--reason", "Two Words")).isEqualTo(2);
  }

  private void writeParty() throws IOException {
    Path folder = Files.createDirectories(root.resolve("deploy/directory"));
    String party =
        "{id: hospital, name: Hospital, npi: '1234567890', roles: [initiator], channels: [topic],"
            + " active: true}";
    Files.writeString(folder.resolve("hospital.yaml"), party);
  }

  private int run(String... args) {
    return Main.run(List.of(args), print(out), print(err));
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
