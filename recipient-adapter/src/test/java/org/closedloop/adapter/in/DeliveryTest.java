package org.closedloop.adapter.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Collections;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.closedloop.adapter.core.DeliveryId;
import org.closedloop.adapter.testing.AdapterTest;
import org.closedloop.adapter.testing.PlayedReferral;
import org.closedloop.adapter.testing.ProgramServer.Call;
import org.closedloop.adapter.testing.World;
import org.closedloop.core.claim.ClaimKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AdapterTest
class DeliveryTest {

  private static final String KC_REFERRALS = "program.kc-wellness.referrals";

  private World world;

  @BeforeEach
  void findTheWorld() {
    world = World.get();
  }

  @Test
  void shouldDeliverByTopicAndClaimDelivered() {
    PlayedReferral referral = world.referralTo("kc-wellness");

    referral.routePackage();

    ConsumerRecord<String, byte[]> delivered =
        world.topics().first(KC_REFERRALS, record -> referral.id().equals(record.key()));
    assertThat(delivered.value()).isEqualTo(referral.packageMessage());
    assertThat(delivered.headers()).isEmpty();
    awaitClaim(referral, ClaimKind.DELIVERED);
  }

  @Test
  void shouldDeliverByPushWithStableIdsAndClaimDelivered() {
    PlayedReferral referral = world.referralTo("push-one");

    referral.routePackage();

    awaitClaim(referral, ClaimKind.DELIVERED);
    assertThat(world.pushOne().calls(referral.id())).hasSize(1);
    Call call = world.pushOne().calls(referral.id()).get(0);
    assertThat(call.line()).isEqualTo("POST /fhir/$process-message");
    assertThat(call.contentType()).isEqualTo("application/fhir+json");
    assertThat(call.requestId()).isEqualTo(DeliveryId.of(referral.id(), 1));
    assertThat(call.body()).isEqualTo(referral.packageMessage());
  }

  @Test
  void shouldTryAgainUnderTheSameIdAfterAServerError() {
    PlayedReferral referral = world.referralTo("push-one");
    world.pushOne().answer(referral.id(), 500, 503);

    referral.routePackage();

    awaitClaim(referral, ClaimKind.DELIVERED);
    assertThat(world.pushOne().calls(referral.id()))
        .hasSize(3)
        .allMatch(call -> call.requestId().equals(DeliveryId.of(referral.id(), 1)));
  }

  @Test
  void shouldCountAConflictAsDelivered() {
    PlayedReferral referral = world.referralTo("push-one");
    world.pushOne().answer(referral.id(), 409);

    referral.routePackage();

    awaitClaim(referral, ClaimKind.DELIVERED);
    assertThat(world.pushOne().calls(referral.id())).hasSize(1);
  }

  @Test
  void shouldWithdrawAPackageThatIsCancelledBeforeItWasHandedOver() {
    PlayedReferral referral = world.referralTo("push-one");
    world.pushOne().answer(referral.id(), manyTimes(503));
    referral.routePackage();
    await().until(() -> !world.pushOne().calls(referral.id()).isEmpty());

    referral.routeCancellation();

    awaitClaim(referral, ClaimKind.WITHDRAWN);
    int calls = world.pushOne().calls(referral.id()).size();
    deliverAnotherTo("push-one");
    assertThat(world.pushOne().calls(referral.id()))
        .hasSize(calls)
        .allMatch(call -> call.requestId().equals(DeliveryId.of(referral.id(), 1)));
    assertThat(world.feedback().claims(referral.id(), ClaimKind.DELIVERED)).isEmpty();
  }

  @Test
  void shouldDeliverACancellationAfterThePackage() {
    PlayedReferral referral = world.referralTo("push-one");
    referral.routePackage();
    awaitClaim(referral, ClaimKind.DELIVERED);

    referral.routeCancellation();

    await().until(() -> world.pushOne().calls(referral.id()).size() == 2);
    Call cancellation = world.pushOne().calls(referral.id()).get(1);
    assertThat(cancellation.requestId()).isEqualTo(DeliveryId.of(referral.id(), 4));
    assertThat(cancellation.body()).isEqualTo(referral.cancellationMessage());
    assertThat(world.feedback().claims(referral.id(), ClaimKind.WITHDRAWN)).isEmpty();
  }

  @Test
  void shouldKeepACancellationBehindAPackageThatIsOnItsWay() {
    PlayedReferral referral = world.referralTo("push-one");
    world.pushOne().hold(referral.id());
    referral.routePackage();
    await().until(() -> world.pushOne().calls(referral.id()).size() == 1);

    referral.routeCancellation();
    deliverAnotherTo("push-one");
    assertThat(world.pushOne().calls(referral.id())).hasSize(1);
    world.pushOne().release(referral.id());

    await().until(() -> world.pushOne().calls(referral.id()).size() == 2);
    assertThat(world.pushOne().calls(referral.id()))
        .extracting(Call::requestId)
        .containsExactly(DeliveryId.of(referral.id(), 1), DeliveryId.of(referral.id(), 4));
  }

  @Test
  void shouldDeliverARepeatedRecordOnce() {
    PlayedReferral referral = world.referralTo("push-one");
    referral.routePackage();
    referral.routePackage();
    awaitClaim(referral, ClaimKind.DELIVERED);

    referral.routePackage();
    deliverAnotherTo("push-one");

    assertThat(world.pushOne().calls(referral.id())).hasSize(1);
    assertThat(world.feedback().claims(referral.id(), ClaimKind.DELIVERED)).hasSize(1);
  }

  @Test
  void shouldTryAgainWhenTheReplyWasDropped() {
    PlayedReferral referral = world.referralTo("push-one");
    world.pushOne().drop(referral.id());

    referral.routePackage();

    awaitClaim(referral, ClaimKind.DELIVERED);
    assertThat(world.pushOne().calls(referral.id()))
        .hasSize(2)
        .allMatch(call -> call.requestId().equals(DeliveryId.of(referral.id(), 1)));
  }

  @Test
  void shouldWaitForATopicThatDoesNotExistYetWithoutHoldingUpOthers() {
    PlayedReferral early = world.referralTo("no-topic");
    early.routePackage();
    PlayedReferral other = world.referralTo("kc-wellness");
    other.routePackage();
    await()
        .atMost(Duration.ofSeconds(4))
        .until(() -> !world.feedback().claims(other.id(), ClaimKind.DELIVERED).isEmpty());
    assertThat(world.feedback().claims(early.id(), ClaimKind.DELIVERED)).isEmpty();

    world.createTopic("program.no-topic.referrals");

    awaitClaim(early, ClaimKind.DELIVERED);
    assertThat(world.topics().all("program.no-topic.referrals")).hasSize(1);
  }

  /** Later work of the same queue is done: what was to follow from earlier records has followed. */
  private void deliverAnotherTo(String program) {
    PlayedReferral later = world.referralTo(program);
    later.routePackage();
    awaitClaim(later, ClaimKind.DELIVERED);
  }

  private void awaitClaim(PlayedReferral referral, ClaimKind kind) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> !world.feedback().claims(referral.id(), kind).isEmpty());
  }

  private static Integer[] manyTimes(int status) {
    return Collections.nCopies(100, status).toArray(Integer[]::new);
  }
}
