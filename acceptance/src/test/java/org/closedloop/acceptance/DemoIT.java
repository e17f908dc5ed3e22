package org.closedloop.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.closedloop.acceptance.hub.Hub;
import org.closedloop.stack.cli.Console;
import org.closedloop.stack.demo.DemoCommand;
import org.junit.jupiter.api.Test;

/** The first thing a newcomer sees. */
class DemoIT {

  private final Hub hub = Hub.shared();

  @Test
  void shouldCloseSixLoopsAndSayItInTheContractsKeys() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream forPeople = new ByteArrayOutputStream();
    Console console = new Console(print(out), print(forPeople), true, false);

    int exit = new DemoCommand(hub.stack().settings()).run(List.of("--exit"), console);

    String[] lines = out.toString(StandardCharsets.UTF_8).strip().split("\n");
    JsonNode result = new ObjectMapper().readTree(lines[lines.length - 1]);
    assertThat(exit).as(forPeople.toString(StandardCharsets.UTF_8)).isZero();
    assertThat(result.path("closed").asInt()).isEqualTo(6);
    assertThat(result.path("loops")).hasSize(6);
    for (JsonNode loop : result.path("loops")) {
      assertThat(loop.path("closed").asBoolean()).isTrue();
      assertThat(loop.path("seenByInitiator").asBoolean()).isTrue();
      assertThat(loop.path("referralId").asText()).hasSize(36);
      assertThat(loop.path("transitions").get(0).asText()).isEqualTo("01");
      assertThat(loop.path("deliveredMs").asLong()).isPositive();
      assertThat(loop.path("closedMs").asLong()).isGreaterThan(loop.path("deliveredMs").asLong());
    }
    assertThat(transitions(result, "diabetes-prevention")).containsSubsequence("12", "18");
    assertThat(transitions(result, "early-childhood-nutrition")).contains("08");
  }

  private static List<String> transitions(JsonNode result, String useCase) {
    for (JsonNode loop : result.path("loops")) {
      if (loop.path("useCase").asText().equals(useCase)) {
        List<String> tids = new ArrayList<>();
        loop.path("transitions").forEach(tid -> tids.add(tid.asText()));
        return tids;
      }
    }
    return List.of();
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
