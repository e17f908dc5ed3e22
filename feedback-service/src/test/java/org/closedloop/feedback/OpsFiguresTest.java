package org.closedloop.feedback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.state.Actor;
import org.closedloop.feedback.core.ops.OpsFigures;
import org.closedloop.feedback.core.ops.OpsFigures.InState;
import org.closedloop.feedback.core.ops.OpsFigures.Late;
import org.closedloop.feedback.core.ops.OpsFigures.StageTime;
import org.closedloop.feedback.core.ops.OpsFigures.Waiting;
import org.closedloop.feedback.core.ops.OpsQuery;
import org.closedloop.feedback.core.ops.Window;
import org.closedloop.feedback.out.OpsQueries;
import org.junit.jupiter.api.Test;

/** Every number that operators see agrees with a direct count. */
@QuarkusTest
class OpsFiguresTest extends RecordTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Inject OpsQueries queries;
  @Inject Database database;

  @Test
  void shouldAgreeWithTheRecord() {
    Story closed = Story.fresh();
    submit(closed);
    say(closed.part(ClaimKind.DELIVERED, null), NOTHING);
    say(closed.task(Actor.RECIPIENT, Step.ACCEPTED), NOTHING);
    say(closed.reply(closed.outcome()), closed.outcome());
    submit(Story.fresh());
    String where = " where use_case = '" + useCase(closed) + "'";

    OpsFigures figures =
        queries.figures(new OpsQuery(Window.DAY, useCase(closed), "", "")).await().atMost(PATIENCE);

    assertThat(figures.open().stream().mapToLong(InState::count).sum())
        .isPositive()
        .isEqualTo(count("referral" + where + " and closed_at is null"));
    assertThat(figures.flow().accepted()).isEqualTo(count("referral" + where));
    assertThat(figures.flow().closed())
        .isPositive()
        .isEqualTo(count("referral" + where + " and closed_at is not null"));
    assertThat(figures.flow().closedLately()).isEqualTo(figures.flow().closed());
    assertThat(figures.flow().completed())
        .isEqualTo(count("referral" + where + " and status = 'completed'"));
    assertThat(stage(figures, "Accepted to delivered").count())
        .isPositive()
        .isEqualTo(count("referral" + where + " and delivered_at is not null"));
    assertThat(stage(figures, "First response to closed").count())
        .isEqualTo(
            count("referral" + where + " and responded_at is not null and closed_at is not null"));
    assertThat(figures.steps()).hasSize(Window.DAY.steps());
    assertThat(figures.steps().stream().mapToLong(OpsFigures.Step::accepted).sum())
        .isEqualTo(figures.flow().accepted());
    assertThat(figures.deliveries().stream().mapToLong(OpsFigures.Delivery::count).sum())
        .isEqualTo(count("referral" + where + " and closed_at is null and delivered_at is null"));
    assertThat(figures.overdue().stream().mapToLong(Late::count).sum())
        .isEqualTo(
            count(
                "overdue where cleared_at is null and referral_id in (select id from referral"
                    + where
                    + ")"));
    assertThat(figures.parked().stream().mapToLong(Waiting::count).sum())
        .isEqualTo(
            count("parked where state = 'parked'") + count("callback where state = 'PARKED'"));
  }

  @Test
  void shouldNotTakePercentilesFromElsewhere() {
    Story story = Story.fresh();
    submit(story);
    say(story.part(ClaimKind.DELIVERED, null), NOTHING);
    OpsFigures figures =
        queries.figures(new OpsQuery(Window.HOUR, "", "", "")).await().atMost(PATIENCE);

    StageTime delivered = stage(figures, "Accepted to delivered");
    assertThat(delivered.p50()).isNotNegative();
    assertThat(delivered.p99()).isGreaterThanOrEqualTo(delivered.p50());
    String median =
        database.ask(
            "select percentile_cont(0.5) within group (order by greatest(0, extract(epoch from"
                + " delivered_at - accepted_at))) from referral where delivered_at is not null");
    assertThat(delivered.p50())
        .isCloseTo(Double.parseDouble(median), org.assertj.core.data.Offset.offset(1e-3));
  }

  @Test
  void shouldSendStrangersToSignIn() {
    given().redirects().follow(false).get("/ops").then().statusCode(302);
    given().redirects().follow(false).get("/ops/view/parked").then().statusCode(302);
    given()
        .redirects()
        .follow(false)
        .formParam("target", "x")
        .post("/ops/view/parked")
        .then()
        .statusCode(302);
  }

  private static String useCase(Story story) {
    return story.what().useCase();
  }

  private long count(String what) {
    return Long.parseLong(database.ask("select count(*) from " + what));
  }

  private static StageTime stage(OpsFigures figures, String name) {
    return figures.stages().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
