package org.closedloop.feedback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.claim.OverdueEvent;
import org.closedloop.core.codec.RecordJson;
import org.closedloop.core.directory.Role;
import org.closedloop.core.topic.Topics;
import org.closedloop.feedback.out.SecondInstance;
import org.closedloop.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;

/** What is late, whose turn it is, and that it is said once. */
@QuarkusTest
class OverdueTest extends RecordTest {

  private static final Duration TWO_MINUTES = Duration.ofMinutes(2);

  @Inject Database database;
  @Inject SecondInstance timers;

  @Test
  void shouldRaiseOnceWhatIsNotDeliveredAndClearItWhenItIs() {
    Story story = Story.fresh();
    submit(story);

    Uni.join()
        .all(timers.sweepAfter(TWO_MINUTES), timers.sweepAfter(TWO_MINUTES))
        .andFailFast()
        .await()
        .atMost(SOON);
    timers.sweepAfter(TWO_MINUTES).await().atMost(SOON);

    OverdueEvent raised = events(story, 1).get(0);
    assertThat(List.of(raised.stage(), raised.turn())).containsExactly("delivery", "hub");
    assertThat(raised.clearedAt()).isNull();
    ops(story.id())
        .then()
        .body("overdue.stage", hasItem("delivery"))
        .body("overdue[0].turn", equalTo("hub"));
    late("hub").then().statusCode(200).body("overdue.referralId", hasItem(story.id()));

    say(story.part(ClaimKind.DELIVERED, null), NOTHING);

    OverdueEvent cleared = events(story, 2).get(1);
    assertThat(cleared.clearedAt()).isNotNull();
    assertThat(cleared.stage()).isEqualTo("delivery");
    ops(story.id()).then().body("overdue", empty());
  }

  @Test
  void shouldWaitForTheProgramOnceItHasThePackage() {
    Story story = Story.fresh();
    submit(story);
    say(story.part(ClaimKind.DELIVERED, null), NOTHING);

    timers.sweepAfter(TWO_MINUTES).await().atMost(SOON);

    OverdueEvent raised = events(story, 1).get(0);
    assertThat(List.of(raised.stage(), raised.turn()))
        .containsExactly("acknowledgement", "program");
    given()
        .get("/q/metrics")
        .then()
        .body(containsString("hub_overdue_raised_total"))
        .body(containsString("hub_unpublished"));
  }

  @Test
  void shouldWaitForTheHospitalThatDoesNotTakeItsFeedback() {
    Story story = Story.of(Story.BY_PUSH);
    submitAndAccept(story);
    UUID id = UUID.fromString(story.id());
    await()
        .atMost(SOON)
        .until(
            () ->
                database.ask("select last_error from callback where referral_id = ?", id) != null);

    database.run(
        "update callback set created_at = now() - interval '2 minutes' where referral_id = ?", id);

    OverdueEvent raised = events(story, 1).get(0);
    assertThat(List.of(raised.stage(), raised.turn())).containsExactly("feedback", "hospital");
  }

  private static io.restassured.response.Response late(String turn) {
    return given()
        .header("Authorization", TestTokens.of("somebody", Role.OPS))
        .get("/ops/overdue?limit=1000&turn=" + turn);
  }

  private static List<OverdueEvent> events(Story story, int count) {
    int[] seen = {0};
    return topics
        .until(Topics.STATUS, r -> overdue(r) && story.id().equals(r.key()) && ++seen[0] == count)
        .stream()
        .filter(r -> overdue(r) && story.id().equals(r.key()))
        .map(r -> RecordJson.read(r.value(), OverdueEvent.class))
        .toList();
  }

  private static boolean overdue(ConsumerRecord<String, byte[]> record) {
    String type =
        new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
    return type.contains("overdue");
  }
}
