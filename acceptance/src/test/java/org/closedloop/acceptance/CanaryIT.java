package org.closedloop.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.closedloop.acceptance.hub.TestReferral.aReferral;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.closedloop.acceptance.hub.AllTopics;
import org.closedloop.acceptance.hub.Canary;
import org.closedloop.acceptance.hub.Hub;
import org.closedloop.acceptance.hub.Listener;
import org.closedloop.acceptance.hub.Metrics;
import org.closedloop.acceptance.hub.PushEndpoint;
import org.closedloop.acceptance.hub.TestReferral;
import org.closedloop.core.topic.Topics;
import org.closedloop.stack.player.HubHttp;
import org.closedloop.stack.player.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A word planted wherever a filter could miss it reaches nobody by any channel; a word in what is
 * allowed reaches the other side; neither reaches a log, metric, header or error.
 */
class CanaryIT {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String PUSHED = "steady-steps";
  private static final String BY_TOPIC = "kc-wellness";

  private final Hub hub = Hub.shared();
  private final Canary canary = Canary.fresh();
  private final PushEndpoint program = new PushEndpoint(hub.party(PUSHED).push());
  private final PushEndpoint hospital = new PushEndpoint(hub.party("lakeside-hospital").push());
  private final Listener listener = new Listener(hub, Topics.initiatorFeedback("saint-lukes"));
  private final List<String> answers = new ArrayList<>();

  @AfterEach
  void close() {
    program.close();
    hospital.close();
    listener.close();
  }

  @Test
  void shouldReachOnlyWhoNeedsItAndLeaveNoTrace() throws IOException, InterruptedException {
    TestReferral pushed = play("lakeside-hospital", PUSHED);
    TestReferral byTopic = play("saint-lukes", BY_TOPIC);
    refuse(pushed);
    refuse(byTopic);

    assertReceived(only(program.requests(), pushed.placer()));
    assertReceived(only(hospital.requests(), pushed.placer()));
    assertReceived(only(values(Topics.programReferrals(BY_TOPIC)), byTopic.placer()));
    assertReceived(only(values(Topics.initiatorFeedback("saint-lukes")), byTopic.placer()));
    assertThat(answers).isNotEmpty().noneMatch(answer -> answer.contains(canary.withheld()));
    assertNoTraceOnTopics();
    assertThat(logs()).contains(pushed.id()).doesNotContain(canary.withheld(), canary.allowed());
    await().atMost(LIMIT).until(() -> closed(pushed) && closed(byTopic));
    assertThat(hub.traces().spans())
        .noneMatch(span -> span.text().contains(canary.withheld()))
        .noneMatch(span -> span.text().contains(canary.allowed()));
    for (String service : List.of("gateway", "router", "adapter", "feedback")) {
      assertThat(Metrics.of(hub, service))
          .contains("jvm_")
          .doesNotContain(canary.withheld(), canary.allowed());
    }
  }

  private boolean closed(TestReferral referral) {
    return hub.traces().of(referral.id()).stream().anyMatch(span -> span.name().equals("referral"));
  }

  /** A whole loop with too much in it, both ways, and everything either side can read of it. */
  private TestReferral play(String initiator, String recipient) {
    TestReferral referral =
        aReferral(hub).of("hypertension").from(initiator).to(recipient).unsent();
    HubHttp.Answer taken = referral.hospital().process(canary.stuff(referral.request()));
    assertThat(taken.status()).as("%s", taken.body().root()).isEqualTo(200);
    assertThat(taken.body().root().toString()).contains("minimum-necessary");
    keep(taken);
    await()
        .atMost(LIMIT)
        .until(() -> referral.program().get("/fhir/Bundle/" + referral.id()).status() == 200);
    HubHttp.Answer pulled = referral.program().get("/fhir/Bundle/" + referral.id());
    assertReceived(List.of(keep(pulled)));
    assertThat(pulled.body().root().path("id").asText()).isEqualTo(referral.id());
    keep(referral.program().get("/fhir/Task?owner=" + recipient));
    keep(referral.program().process(canary.stuff(referral.report(TestReferral.after("02")))));
    HubHttp.Answer outcome = referral.program().process(canary.stuff(referral.outcome()));
    assertThat(outcome.status()).as("%s", outcome.body().root()).isEqualTo(200);
    assertThat(keep(outcome)).contains("minimum-necessary");
    readAsInitiator(referral);
    return referral;
  }

  private void readAsInitiator(TestReferral referral) {
    HubHttp.Answer task = referral.hospital().get("/fhir/Task/" + referral.id());
    keep(task);
    String document = task.body().root().at("/output/0/valueReference/reference").asText();
    HubHttp.Answer read = referral.hospital().get("/fhir/" + document);
    assertReceived(List.of(keep(read)));
    assertThat("Bundle/" + read.body().root().path("id").asText()).isEqualTo(document);
    await()
        .atMost(LIMIT)
        .until(
            () ->
                Stream.concat(
                        hospital.requests().stream(),
                        listener.on(Topics.initiatorFeedback("saint-lukes")).all().stream()
                            .map(got -> got.message().root().toString()))
                    .anyMatch(
                        got -> got.contains(referral.placer()) && got.contains("\"completed\"")));
  }

  /** The same words in what the gate refuses: by both doors, and by topic. */
  private void refuse(TestReferral referral) {
    HubHttp.Answer request = referral.hospital().process(canary.refusable(referral.request()));
    HubHttp.Answer response = referral.program().process(canary.refusable(referral.outcome()));
    assertThat(List.of(request.status(), response.status())).containsOnly(422);
    assertThat(keep(request) + keep(response)).doesNotContain(canary.allowed());
    byte[] broken = canary.refusable(referral.outcome());
    listener.send(Topics.initiatorReferrals("saint-lukes"), canary.refusable(referral.request()));
    listener.send(Topics.programResponses(BY_TOPIC), broken);
    String id = Message.of(broken).messageId();
    await()
        .atMost(LIMIT)
        .until(
            () ->
                values(Topics.programReceipts(BY_TOPIC)).stream()
                        .anyMatch(got -> got.contains(id) && got.contains("fatal-error"))
                    && values(Topics.deadLetters(Topics.initiatorReferrals("saint-lukes"))).stream()
                        .anyMatch(got -> got.contains(referral.placer())));
  }

  private String keep(HubHttp.Answer answer) {
    String text = answer.body().root().toString();
    answers.add(text);
    return text;
  }

  private void assertReceived(List<String> messages) {
    assertThat(messages).isNotEmpty().noneMatch(got -> got.contains(canary.withheld()));
    assertThat(messages).anyMatch(got -> got.contains(canary.allowed()));
  }

  private static List<String> only(List<String> messages, String placer) {
    return messages.stream().filter(got -> got.contains(placer)).toList();
  }

  private List<String> values(String topic) {
    return AllTopics.read(hub, topic::equals).stream().map(AllTopics.Entry::value).toList();
  }

  /** Originals stand on the sender's own topic, its dead letters, claims and journal only. */
  private void assertNoTraceOnTopics() {
    for (AllTopics.Entry entry : AllTopics.read(hub, topic -> true)) {
      String topic = entry.topic();
      assertThat(entry.about()).as(topic).doesNotContain(canary.withheld(), canary.allowed());
      boolean original =
          topic.endsWith(".dlq")
              || topic.equals(Topics.initiatorReferrals("saint-lukes"))
              || topic.equals(Topics.programResponses(BY_TOPIC))
              || topic.equals(Topics.CLAIMS)
              || topic.equals(Topics.JOURNAL);
      if (!original) {
        assertThat(entry.value().contains(canary.withheld())).as(topic).isFalse();
      }
      if (List.of(Topics.VERDICTS, Topics.STATUS).contains(topic)) {
        assertThat(entry.value().contains(canary.allowed())).as(topic).isFalse();
      }
    }
  }

  private String logs() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(hub.stack().settings().logs())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      }
    }
    return all.toString();
  }
}
