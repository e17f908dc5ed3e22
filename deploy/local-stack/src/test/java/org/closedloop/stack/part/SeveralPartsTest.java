package org.closedloop.stack.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names, ports and what each part is told of the others. */
class SeveralPartsTest {

  @TempDir private Path data;

  @Test
  void shouldNumberNamesAndPorts() {
    StackSettings settings = settings(Seams.NONE);
    assertThat(service(HubService.GATEWAY, 1, settings).name()).isEqualTo("gateway");
    assertThat(service(HubService.GATEWAY, 1, settings).port()).isEqualTo(8081);
    assertThat(service(HubService.FEEDBACK, 2, settings).name()).isEqualTo("feedback-2");
    assertThat(service(HubService.FEEDBACK, 2, settings).port()).isEqualTo(8184);
    assertThat(new KafkaPart(3, settings).name()).isEqualTo("kafka-3");
    assertThat(new KafkaPart(3, settings).ports()).containsExactly(19292, 19293);
  }

  @Test
  void shouldTellEachInstanceOfAllBrokersAndOfTheOthersOfFeedbackService() {
    Map<String, String> told = environment(HubService.ROUTER, 2, settings(Seams.NONE));
    assertThat(told)
        .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:19092,127.0.0.1:19192,127.0.0.1:19292")
        .containsEntry("HUB_FEEDBACK_URL", "http://127.0.0.1:8184,http://127.0.0.1:8084");
  }

  @Test
  void shouldSendTheServicesOnTheDetourAndNobodyElse() {
    StackSettings settings =
        settings(Seams.detours(Map.of("kafka", 1, "kafka-2", 2, "kafka-3", 3, "postgresql", 4)));
    assertThat(environment(HubService.FEEDBACK, 1, settings))
        .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1,127.0.0.1:2,127.0.0.1:3")
        .containsEntry("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:4/feedback");
    assertThat(KafkaPart.address(settings)).startsWith("127.0.0.1:19092,");
    assertThat(new KafkaPart(2, settings).behindDetour()).isEqualTo(19194);
    assertThat(KafkaConfig.text(new KafkaAddress(2, settings), data))
        .contains(
            "\nadvertised.listeners=PLAINTEXT://127.0.0.1:19192,DETOUR://127.0.0.1:2\n",
            "\nnode.id=2\n",
            "=1@127.0.0.1:19093,2@127.0.0.1:19193,3@127.0.0.1:19293\n");
  }

  @Test
  void shouldGiveOneInstanceItsOwnEnvironment() {
    Seams seams =
        new Seams(Map.of(), Map.of(), Map.of("adapter-2", Map.of("HUB_ANSWER_WITHIN", "PT1S")));
    assertThat(environment(HubService.ADAPTER, 2, settings(seams)))
        .containsEntry("HUB_ANSWER_WITHIN", "PT1S");
    assertThat(environment(HubService.ADAPTER, 1, settings(seams)))
        .doesNotContainKey("HUB_ANSWER_WITHIN");
    Seams other = seams.withEnvironment("adapter-2", Map.of("HUB_CLOCK_OFFSET", "PT5M"));
    assertThat(environment(HubService.ADAPTER, 2, settings(other)))
        .containsEntry("HUB_CLOCK_OFFSET", "PT5M")
        .doesNotContainKey("HUB_ANSWER_WITHIN");
  }

  private StackSettings settings(Seams seams) {
    return StackSettings.of(Path.of("../.."), data, 0)
        .withSize(StackSize.of(3, 2))
        .withSeams(seams);
  }

  private static Map<String, String> environment(HubService of, int number, StackSettings where) {
    return service(of, number, where).launch().environment();
  }

  private static ServicePart service(HubService of, int number, StackSettings where) {
    return new ServicePart(of, number, where);
  }
}
