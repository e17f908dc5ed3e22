package org.closedloop.feedback;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.closedloop.core.claim.Attempt;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.claim.Delivery;
import org.junit.jupiter.api.Test;

/** What the adapter parked is listed; an operator has it tried again or gives it up. */
@QuarkusTest
class ParkedDeliveryTest extends RecordTest {

  private final Story story = Story.fresh();

  @Test
  void shouldListWhatTheAdapterParked() {
    submit(story);
    attempt(1, 1, "http-503", false);
    assertThat(Ops.count(story.id())).isZero();

    attempt(1, 2, "http-422", true);

    Ops.parked(story.id())
        .then()
        .statusCode(200)
        .body("count", equalTo(1))
        .body("items.kind", contains("delivery"))
        .body("items.word", contains("http-422"))
        .body("items.referral", contains(story.id()))
        .body("items.sequence", contains(1))
        .body("items[0].ageSeconds", greaterThanOrEqualTo(0));
    assertThat(ops(story.id()).<String>path("delivery")).isEqualTo("PARKED");
  }

  @Test
  void shouldSayWhatAReplayWouldDoAndChangeNothing() {
    parked();

    Ops.rehearse(story.id())
        .then()
        .statusCode(200)
        .body("dryRun", equalTo(true))
        .body("wouldReplay", equalTo(1))
        .body("items.result", contains("would-replay"));

    assertThat(Ops.count(story.id())).isEqualTo(1);
    assertThat(journal(story.id(), 2)).hasSize(2);
    assertThat(ops(story.id()).<Integer>path("sequence")).isEqualTo(2);
  }

  @Test
  void shouldReplayOnceForOneRequest() {
    parked();
    String request = UUID.randomUUID().toString();

    Ops.replay(story.id(), request)
        .then()
        .statusCode(200)
        .body("replayed", equalTo(1))
        .body("done", equalTo(true))
        .body("items.result", contains("replayed"));
    Ops.replay(story.id(), request).then().statusCode(200).body("replayed", equalTo(1));
    Ops.replay(story.id()).then().statusCode(404);

    List<Decision> journal = journal(story.id(), 3);
    assertThat(journal.get(2).claim().kind()).isEqualTo(ClaimKind.REPLAY);
    assertThat(journal.get(2).claim().party()).isEqualTo(Claim.OPS);
    assertThat(journal.get(2).delivery()).isEqualTo(Delivery.RETRYING);
    assertThat(ops(story.id()).<Integer>path("sequence")).isEqualTo(3);
    assertThat(Ops.count(story.id())).isZero();
    Ops.resolved(story.id())
        .then()
        .body("items.state", contains("replayed"))
        .body("items.resolution", contains("replayed"));
  }

  @Test
  void shouldEndTheReferralWhenDiscarded() {
    parked();

    Ops.discard(story.id(), "wrong-program")
        .then()
        .statusCode(200)
        .body("discarded", equalTo(1))
        .body("items.reason", contains("wrong-program"));

    Decision ending = journal(story.id(), 3).get(2);
    assertThat(ending.tid()).isEqualTo("03");
    assertThat(ending.delivery()).isEqualTo(Delivery.UNDELIVERABLE);
    ops(story.id())
        .then()
        .body("status", equalTo("rejected"))
        .body("history.kind", hasItems("ATTEMPT", "DISCARD"));
    assertThat(Ops.count(story.id())).isZero();
  }

  @Test
  void shouldListNoMoreWhatTheProgramGotMeanwhile() {
    parked();

    say(story.part(ClaimKind.DELIVERED, null), NOTHING);

    assertThat(Ops.count(story.id())).isZero();
    Ops.resolved(story.id()).then().body("items.resolution", contains("delivered"));
    attempt(1, 9, "http-422", true);
    assertThat(Ops.count(story.id())).isZero();
  }

  @Test
  void shouldUnderstandOperatorsOnly() {
    Ops.request().get("/ops/parked?referral=x").then().statusCode(400);
    Ops.request().get("/ops/parked?kind=x").then().statusCode(400);
    Ops.discard(story.id(), "Not a word").then().statusCode(400);
    Ops.replay("x").then().statusCode(400);
    Ops.replay(story.id())
        .then()
        .statusCode(404)
        .body("issue[0].details.text", equalTo("Nothing is parked of this referral."));
    get("/ops/parked").then().statusCode(401);
    post("/ops/parked/all/replay").then().statusCode(401);
  }

  private void parked() {
    submit(story);
    attempt(1, 1, "http-422", true);
  }

  private void attempt(long sequence, int number, String word, boolean parked) {
    Attempt attempt = new Attempt(sequence, number, word, parked, parked ? null : Instant.now());
    say(Claim.attempt(story.id(), attempt, Instant.now()), NOTHING);
  }
}
