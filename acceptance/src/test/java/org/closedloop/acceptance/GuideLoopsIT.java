package org.closedloop.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.closedloop.acceptance.hub.Hub;
import org.closedloop.acceptance.hub.Listener;
import org.closedloop.core.topic.Topics;
import org.closedloop.stack.player.HubHttp;
import org.closedloop.stack.player.Message;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guide's own messages close loops, by HTTP unchanged and by topic. */
@Tag("guide")
class GuideLoopsIT {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String INITIATOR = "saint-lukes";
  private static final String PROGRAM = "kc-wellness";
  private static final Pattern UUIDS =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern NUMBERS = Pattern.compile("\"((?:T|SR|F)-2020-\\d+)\"");

  private final Hub hub = Hub.shared();

  @ParameterizedTest
  @ValueSource(
      strings = {"arthritis", "diabetes-prevention", "early-childhood-nutrition", "hypertension"})
  void shouldCloseByHttpUnchanged(String useCase) throws IOException {
    byte[] request = message("request-" + useCase);
    byte[] feedback = message("feedback-" + useCase);
    HubHttp.Answer referral = hub.hospital(INITIATOR).process(request);
    assertThat(referral.status()).as("%s", referral.body().root()).isEqualTo(200);
    HubHttp.Answer acceptance = hub.program(PROGRAM).process(GuideAcceptance.of(feedback));
    assertThat(acceptance.status()).as("%s", acceptance.body().root()).isEqualTo(200);
    HubHttp.Answer outcome = hub.program(PROGRAM).process(feedback);
    assertThat(outcome.status()).as("%s", outcome.body().root()).isEqualTo(200);
    String id = referral.body().task().path("id").asText();
    Message task = hub.hospital(INITIATOR).get("/fhir/Task/" + id).body();
    assertThat(task.state()).isEqualTo("completed/7.0");
    String document =
        task.root().path("output").path(0).path("valueReference").path("reference").asText();
    assertThat(hub.hospital(INITIATOR).get("/fhir/" + document).body().root().path("type").asText())
        .isEqualTo("document");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"arthritis", "diabetes-prevention", "early-childhood-nutrition", "hypertension"})
  void shouldCloseByTopics(String useCase) throws IOException {
    String salt = UUID.randomUUID().toString().substring(0, 8);
    byte[] request = fresh(message("request-" + useCase), salt);
    byte[] feedback = fresh(message("feedback-" + useCase), salt);
    String placer = Message.of(request).placer();
    String toProgram = Topics.programReferrals(PROGRAM);
    String back = Topics.initiatorFeedback(INITIATOR);
    try (Listener listener = new Listener(hub, toProgram, back)) {
      listener.send(Topics.initiatorReferrals(INITIATOR), request);
      assertThat(listener.on(toProgram).await(got -> got.message().placer().equals(placer), LIMIT))
          .isPresent();
      listener.send(Topics.programResponses(PROGRAM), GuideAcceptance.of(feedback));
      listener.send(Topics.programResponses(PROGRAM), feedback);
      assertThat(
              listener
                  .on(back)
                  .await(
                      got ->
                          got.message().placer().equals(placer)
                              && got.message().state().equals("completed/7.0")
                              && got.message().hasDocument(),
                      LIMIT))
          .isPresent();
    }
  }

  private static byte[] message(String name) throws IOException {
    return Files.readAllBytes(Path.of(System.getenv("BSER_GUIDE"), "messages", name + ".json"));
  }

  private static byte[] fresh(byte[] message, String salt) {
    String text = new String(message, StandardCharsets.UTF_8);
    text =
        UUIDS
            .matcher(text)
            .replaceAll(
                m ->
                    UUID.nameUUIDFromBytes((salt + m.group()).getBytes(StandardCharsets.UTF_8))
                        .toString());
    text = NUMBERS.matcher(text).replaceAll("\"$1-" + salt + "\"");
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
