package org.closedloop.router.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.closedloop.core.catalog.UseCase;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.fhir.MessageFacts;
import org.closedloop.core.fhir.MinimumNecessary;
import org.closedloop.core.fhir.MinimumNecessary.Filtered;
import org.closedloop.core.fhir.ReferralMessage;
import org.closedloop.kit.testing.TestData;
import org.closedloop.router.Journalled;
import org.closedloop.router.core.Destination.Route;
import org.junit.jupiter.api.Test;

class HubNoticeTest {

  private final Journalled referral = Journalled.referral("arthritis", "notice");
  private final Decision decision = referral.consentRevoked(3);

  @Test
  void shouldRouteTheEndOfAConsentAsAnUpdateUnderItsOwnMessageId() {
    Destination destination = Routing.decide(decision, TestData.directory(), TestData.catalog());

    assertThat(destination)
        .isInstanceOfSatisfying(
            Route.class,
            route -> {
              assertThat(route.routed().referral()).isFalse();
              assertThat(route.routed().sequence()).isEqualTo(3);
              assertThat(route.routed().messageId()).isEqualTo(HubNotice.messageId(decision));
              assertThat(route.routed().consentUntil()).isNull();
            });
  }

  @Test
  void shouldWriteTheProgramsMessageFromTheInitiators() {
    MessageFacts facts = facts(HubNotice.forProgram(decision, referral.endForInitiator()));

    assertThat(facts.messageId()).isEqualTo(HubNotice.messageId(decision));
    assertThat(facts.receiverNpi()).as("the program").isEqualTo(facts.ownerNpi());
    assertThat(facts.senderNpi()).isEqualTo(facts.requesterNpi());
    assertThat(facts.responseTo()).isNull();
    assertThat(facts.taskStatus()).isEqualTo("rejected");
    assertThat(facts.statusReason())
        .contains("revoked the consent")
        .doesNotContain("for the initiator");
    assertThat(facts.servicePlacer()).isEqualTo(facts(referral.request()).servicePlacer());
  }

  @Test
  void shouldSurviveTheFilterOfTheUseCase() {
    byte[] message = HubNotice.forProgram(decision, referral.endForInitiator());
    UseCase useCase = TestData.catalog().find("arthritis").orElseThrow();

    Filtered filtered = MinimumNecessary.request(message, useCase);

    assertThat(facts(filtered.bytes()).taskStatus()).isEqualTo("rejected");
    assertThat(new String(filtered.bytes(), StandardCharsets.UTF_8)).doesNotContain("Observation");
  }

  @Test
  void shouldTellOnlyOfTheEndOfAConsent() {
    assertThat(HubNotice.isOne(decision)).isTrue();
    assertThat(HubNotice.isOne(referral.decidedByHub(2))).isFalse();
    assertThat(HubNotice.isOne(referral.cancellationRequested(2))).isFalse();
  }

  private static MessageFacts facts(byte[] message) {
    return ReferralMessage.ofStored(message).facts();
  }
}
