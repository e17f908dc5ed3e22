package org.closedloop.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.closedloop.acceptance.hub.TestReferral.aReferral;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.closedloop.acceptance.hub.AllTopics;
import org.closedloop.acceptance.hub.Hub;
import org.closedloop.acceptance.hub.PushEndpoint;
import org.closedloop.acceptance.hub.TestReferral;
import org.closedloop.core.topic.Topics;
import org.closedloop.stack.player.HubHttp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two programs of one use case at the same time, one of them failing: neither gets the other's. */
class WrongRecipientIT {

  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final int EACH = 12;
  private static final String FAILING = "steady-steps";
  private static final String OTHER = "kc-wellness";

  private final Hub hub = Hub.shared();
  private final PushEndpoint endpoint = new PushEndpoint(hub.party(FAILING).push());
  private final String salt = UUID.randomUUID().toString().substring(0, 8);

  /** A referral with a word of its own in the patient's name, which its program gets. */
  private record Marked(TestReferral referral, String word) {}

  @AfterEach
  void close() {
    endpoint.close();
  }

  @Test
  void shouldKeepEveryByteFromTheOtherProgram() throws Exception {
    endpoint.answer(503);
    List<Marked> failing = marked(FAILING, "Sparrow");
    List<Marked> other = marked(OTHER, "Starling");

    submitAtOnce(failing, other);

    await().atMost(LIMIT).until(() -> hasAll(onTopic(OTHER), other));
    await().atMost(LIMIT).until(() -> !mine(endpoint.requests()).isEmpty());
    endpoint.answer(200);
    await().atMost(LIMIT).until(() -> allDelivered(failing));

    assertThat(hasAll(endpoint.requests(), failing)).isTrue();
    assertThat(mine(endpoint.requests())).allMatch(got -> !got.contains("Starling" + salt));
    assertThat(onTopic(OTHER)).noneMatch(got -> got.contains("Sparrow" + salt));
    assertThat(onTopic(FAILING)).noneMatch(got -> got.contains("Starling" + salt));
    assertNothingToRead(hub.program(FAILING), FAILING, other);
    assertNothingToRead(hub.program(OTHER), OTHER, failing);
  }

  private List<Marked> marked(String program, String word) {
    List<Marked> all = new ArrayList<>();
    for (int i = 0; i < EACH; i++) {
      TestReferral referral =
          aReferral(hub).of("hypertension").from("mesa-clinic").to(program).unsent();
      all.add(new Marked(referral, word + salt + "x" + i + "x"));
    }
    return all;
  }

  private static void submitAtOnce(List<Marked> some, List<Marked> others) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<HubHttp.Answer>> answers = new ArrayList<>();
      for (int i = 0; i < EACH; i++) {
        for (Marked marked : List.of(some.get(i), others.get(i))) {
          answers.add(threads.submit(() -> marked.referral().hospital().process(message(marked))));
        }
      }
      for (Future<HubHttp.Answer> answer : answers) {
        assertThat(answer.get().status()).isIn(200, 202);
      }
    }
  }

  private static byte[] message(Marked marked) {
    return new String(marked.referral().request(), StandardCharsets.UTF_8)
        .replaceAll("\"family\"\\s*:\\s*\"[^\"]*\"", "\"family\":\"" + marked.word() + "\"")
        .getBytes(StandardCharsets.UTF_8);
  }

  private List<String> onTopic(String program) {
    return AllTopics.read(hub, Topics.programReferrals(program)::equals).stream()
        .map(AllTopics.Entry::value)
        .toList();
  }

  private List<String> mine(List<String> requests) {
    return requests.stream().filter(got -> got.contains(salt)).toList();
  }

  private static boolean hasAll(List<String> messages, List<Marked> wanted) {
    return wanted.stream()
        .allMatch(marked -> messages.stream().anyMatch(got -> got.contains(marked.word())));
  }

  private boolean allDelivered(List<Marked> all) {
    return all.stream()
        .allMatch(
            marked ->
                hub.ops()
                    .get("/ops/referrals/" + marked.referral().id())
                    .body()
                    .root()
                    .path("delivery")
                    .asText()
                    .equals("DELIVERED"));
  }

  /** Neither the worklist nor a guessed id shows anything. */
  private static void assertNothingToRead(HubHttp program, String party, List<Marked> theirs) {
    String worklist = program.get("/fhir/Task?owner=" + party).body().root().toString();
    for (Marked marked : theirs) {
      String id = marked.referral().id();
      assertThat(worklist).doesNotContain(id, marked.word(), marked.referral().placer());
      for (String path : List.of("Task/", "Bundle/", "ServiceRequest/")) {
        HubHttp.Answer answer = program.get("/fhir/" + path + id);
        assertThat(answer.status()).as(path).isEqualTo(404);
        assertThat(answer.body().root().toString()).doesNotContain(marked.word());
      }
    }
    assertThat(program.get("/fhir/Task?owner=" + otherThan(party)).body().root().path("entry"))
        .isEmpty();
  }

  private static String otherThan(String party) {
    return party.equals(FAILING) ? OTHER : FAILING;
  }
}
