package org.closedloop.adapter.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.closedloop.adapter.core.DeliveryId;
import org.closedloop.adapter.testing.AdapterTest;
import org.closedloop.adapter.testing.Sql;
import org.closedloop.adapter.testing.World;
import org.closedloop.core.claim.Attempt;
import org.closedloop.core.claim.ClaimKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Claims are struck out together, and one that was missed is said once more. */
@QuarkusTest
@AdapterTest
class StrikesTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration FOREVER = Duration.ofHours(1);

  private static final String DELIVERED =
      """
      insert into delivery (id, referral_id, sequence, program, is_referral, payload, state,
        claim_due, changed_at)
      values (?, ?, 1, 'pull-only', true, '', 'delivered', 'DELIVERED',
        now() + ? * interval '1 second')
      """;

  @Inject ClaimsDue due;
  @Inject Statements statements;
  @Inject Vertx vertx;
  @Inject DataSource database;

  private World world;

  @BeforeEach
  void findTheWorld() {
    world = World.get();
  }

  @Test
  void shouldStrikeOutTogetherWhatComesTogether() {
    List<ClaimDue> said = IntStream.range(0, 30).mapToObj(i -> delivered(0)).toList();
    ClaimDue attempt = failedAttempt();

    Uni.join()
        .all(
            IntStream.range(0, 31)
                .mapToObj(i -> due.strike(i == 30 ? attempt : said.get(i)))
                .toList())
        .andFailFast()
        .await()
        .atMost(SOON);

    assertThat(said).noneMatch(this::isDue);
    assertThat(said.stream().map(this::transaction).distinct()).hasSize(1);
    assertThat(
            Sql.rows(
                database, "select id from attempt_due where referral_id = ?", attempt.referralId()))
        .isEmpty();
  }

  @Test
  void shouldStrikeOutAtOnceWhenThereAreManyOrTheProcessStops() {
    Strikes strikes = new Strikes(statements, vertx, FOREVER);
    List<ClaimDue> said = IntStream.range(0, 202).mapToObj(i -> delivered(0)).toList();

    List<CompletableFuture<Void>> struck =
        said.subList(0, 201).stream()
            .map(claim -> strikes.one(claim).subscribeAsCompletionStage())
            .toList();
    struck.subList(0, 200).forEach(CompletableFuture::join);
    assertThat(struck.get(200)).as("the first of the next").isNotDone();

    strikes.stop(null);
    struck.get(200).join();
    strikes.one(said.get(201)).await().atMost(SOON);
    assertThat(said).noneMatch(this::isDue);
  }

  @Test
  void shouldSayOnceMoreWhatWasSaidAndNotStruckOut() {
    ClaimDue missed = delivered(-60);

    await()
        .during(Duration.ofSeconds(3))
        .atMost(SOON)
        .until(() -> world.feedback().claims(missed.referralId(), ClaimKind.DELIVERED).size() == 1);
    assertThat(isDue(missed)).isFalse();
  }

  private ClaimDue delivered(int changedIn) {
    String referral = UUID.randomUUID().toString();
    String id = DeliveryId.of(referral, 1);
    Sql.change(database, DELIVERED, id, referral, changedIn);
    return new ClaimDue.OfDelivery(id, referral, ClaimKind.DELIVERED, null);
  }

  private ClaimDue failedAttempt() {
    String referral = UUID.randomUUID().toString();
    Sql.change(
        database,
        "insert into attempt_due (id, referral_id, sequence, number, word, say_after)"
            + " values (?, ?, 1, 1, 'http-503', now() + interval '1 day')",
        referral + "#1",
        referral);
    return new ClaimDue.OfAttempt(
        referral + "#1", referral, new Attempt(1, 1, "http-503", false, null), Instant.now());
  }

  private boolean isDue(ClaimDue claim) {
    return !Sql.rows(
            database,
            "select id from delivery where referral_id = ? and claim_due is not null",
            claim.referralId())
        .isEmpty();
  }

  /** Which transaction changed the row last. */
  private String transaction(ClaimDue claim) {
    return Sql.rows(
            database, "select xmin::text from delivery where referral_id = ?", claim.referralId())
        .get(0);
  }
}
