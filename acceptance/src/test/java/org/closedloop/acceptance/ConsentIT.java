package org.closedloop.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closedloop.acceptance.hub.TestReferral.aReferral;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;
import org.closedloop.acceptance.hub.Hub;
import org.closedloop.acceptance.hub.Listener;
import org.closedloop.acceptance.hub.PatientConsent;
import org.closedloop.acceptance.hub.TestReferral;
import org.closedloop.core.claim.Delivery;
import org.closedloop.core.topic.Topics;
import org.closedloop.stack.player.HubHttp;
import org.closedloop.stack.player.Inbox;
import org.closedloop.stack.player.Message;
import org.closedloop.stack.player.PartyServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A consent ends while a referral is open (design sections 4.4 and 7). */
class ConsentIT {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String FEEDBACK = Topics.initiatorFeedback("mesa-clinic");
  private static final String TO_PROGRAM = Topics.programReferrals("kc-wellness");

  private final Hub hub = Hub.shared();
  private final PatientConsent patient = new PatientConsent();
  private final Listener listener = new Listener(hub, FEEDBACK, TO_PROGRAM);

  @AfterEach
  void close() {
    listener.close();
  }

  @Test
  void shouldNeverDeliverWhatWasRevokedBefore() {
    TestReferral referral = toProgramThatIsDown(patient.patient());
    assertThat(referral.submit().status()).isEqualTo(200);

    HubHttp.Answer answer = patient.revoke(referral.hospital());

    assertThat(answer.status()).as("%s", answer.body().root()).isEqualTo(201);
    assertThat(answer.location()).startsWith("/fhir/Consent/");
    assertThat(referral.task().state()).isEqualTo("rejected/4.0");
    assertThat(reason(referral.task())).contains("revoked the consent");
    assertThat(received(FEEDBACK, referral, "rejected/4.0")).isNotNull();
    referral.awaitDelivery(Delivery.WITHDRAWN);
    assertThat(referral.rows()).containsExactly("01", "03");
    assertNeverReachesTheProgram(referral);
  }

  @Test
  void shouldNeverDeliverWhatExpiredBefore() {
    Instant soon = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.SECONDS);
    TestReferral referral = toProgramThatIsDown(patient.until(soon));
    assertThat(referral.submit().status()).isEqualTo(200);

    referral.awaitState(TestReferral.after("03"));

    assertThat(reason(referral.task())).contains("expired before delivery");
    assertThat(received(FEEDBACK, referral, "rejected/4.0")).isNotNull();
    referral.awaitDelivery(Delivery.WITHDRAWN);
    assertNeverReachesTheProgram(referral);
  }

  @Test
  void shouldLeaveAReferralTheProgramHasNotAnsweredToItAndTellBoth() {
    TestReferral referral = aReferral(hub).about(patient.patient()).received();
    referral.awaitDelivery(Delivery.DELIVERED);

    assertThat(patient.revoke(referral.hospital()).status()).isEqualTo(201);

    assertThat(referral.task().state()).isEqualTo("received/2.0");
    assertThat(reason(received(FEEDBACK, referral, "received/2.0"))).contains("asked to stop");
    assertThat(reason(received(TO_PROGRAM, referral, "received/2.0"))).contains("asked to stop");
    assertThat(referral.program().process(referral.report(TestReferral.after("03"))).status())
        .isEqualTo(200);
    assertThat(referral.rows()).containsExactly("01", "03");
  }

  @Test
  void shouldDeclineForTheProgramWhereTheTableHasARow() {
    TestReferral referral = aReferral(hub).about(patient.patient()).at(TestReferral.after("06"));
    referral.awaitDelivery(Delivery.DELIVERED);

    assertThat(patient.revoke(referral.hospital()).status()).isEqualTo(201);

    assertThat(referral.rows()).containsExactly("01", "02", "06", "10");
    assertThat(received(FEEDBACK, referral, "rejected/4.0")).isNotNull();
    assertThat(reason(received(TO_PROGRAM, referral, "rejected/4.0")))
        .contains("revoked the consent");
    assertThat(referral.program().process(referral.outcome()).status()).isEqualTo(422);
  }

  @Test
  void shouldLetNobodyRevokeForAnotherHospitalsPatient() {
    TestReferral referral = aReferral(hub).about(patient.patient()).received();

    HubHttp.Answer answer = patient.revoke(hub.hospital("saint-lukes"));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().root().findValuesAsText("code")).contains("consent-patient-known");
    assertThat(referral.task().state()).isEqualTo("received/2.0");
  }

  @Test
  void shouldAnswerARepeatAlikeAndTakeNewReferralsWithANewConsentOnly() {
    TestReferral referral = aReferral(hub).about(patient.patient()).received();
    HubHttp.Answer first = patient.revoke(referral.hospital(), referral.id());

    HubHttp.Answer again = patient.revoke(referral.hospital(), referral.id());
    HubHttp.Answer older = aReferral(hub).about(patient.patient()).unsent().submit();
    UnaryOperator<byte[]> anew = patient.givenAt(Instant.now().plusSeconds(1));
    TestReferral newer = aReferral(hub).with(anew).received();

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body().root()).isEqualTo(first.body().root());
    assertThat(again.location()).isEqualTo(first.location());
    assertThat(older.status()).isEqualTo(422);
    assertThat(older.body().root().findValuesAsText("code")).contains("consent-revoked");
    patient.revoke(newer.hospital(), referral.id());
    assertThat(newer.task().state()).isEqualTo("received/2.0");
  }

  private TestReferral toProgramThatIsDown(UnaryOperator<byte[]> change) {
    return aReferral(hub).of("hypertension").to("steady-steps").with(change).unsent();
  }

  /** The program comes up, gets a later referral, and nothing of this one. */
  private void assertNeverReachesTheProgram(TestReferral referral) {
    Inbox inbox = new Inbox();
    try (PartyServer up = new PartyServer(hub.party("steady-steps").push(), inbox)) {
      TestReferral probe = aReferral(hub).of("hypertension").to("steady-steps").received();
      assertThat(inbox.await(got -> got.message().placer().equals(probe.placer()), LIMIT))
          .isPresent();
      assertThat(inbox.all()).noneMatch(got -> got.message().placer().equals(referral.placer()));
    }
  }

  private Message received(String topic, TestReferral referral, String state) {
    return listener
        .on(topic)
        .await(
            got ->
                got.message().placer().equals(referral.placer())
                    && got.message().state().equals(state),
            LIMIT)
        .orElseThrow(() -> new AssertionError("no " + state + " on " + topic))
        .message();
  }

  private static String reason(Message message) {
    return message.task().path("statusReason").path("text").asText();
  }
}
