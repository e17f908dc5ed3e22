package org.closedloop.gateway.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.closedloop.conformance.Gate;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.claim.Verdict;
import org.closedloop.core.directory.Directory;
import org.closedloop.core.directory.Party;
import org.closedloop.core.fhir.FhirFormat;
import org.closedloop.core.fhir.HubMessages;
import org.closedloop.core.outcome.Finding;
import org.closedloop.gateway.core.Admission.Admitted;
import org.closedloop.gateway.core.Admission.NotAdmitted;
import org.closedloop.gateway.playing.Messages;
import org.closedloop.kit.testing.TestData;
import org.junit.jupiter.api.Test;

/** Gate and policies together, over the example messages. */
class IntakeTest {

  private static final Instant NOW = Instant.parse("2026-05-04T03:02:01Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final Directory DIRECTORY = TestData.directory();
  private static final Gate GATE = new Gate(TestData.catalog().all(), CLOCK);

  @Test
  void shouldAdmitAReferralAsASubmission() {
    byte[] message = Messages.request("hypertension", "intake");

    Admitted admitted = admitted(DIRECTORY, message);

    assertThat(admitted.claim().kind()).isEqualTo(ClaimKind.SUBMISSION);
    assertThat(admitted.claim().referralId()).isEqualTo(Messages.referralId(message));
    assertThat(admitted.claim().claimedAt()).isEqualTo(NOW);
    assertThat(admitted.claim().submission().program()).isEqualTo("steady-steps");
  }

  @Test
  void shouldAdmitACancellationRequestAsAReport() {
    byte[] message = Messages.cancellation("hypertension", "intake");

    assertThat(admitted(DIRECTORY, message).claim().kind()).isEqualTo(ClaimKind.REPORT);
  }

  @Test
  void shouldTakeNoNewReferralForAClosedProgramButACancellationRequest() {
    Directory closed = with(program(false, List.of("hypertension")));

    assertRefused(
        admit(closed, Messages.request("hypertension", "intake")), 422, "recipient-unknown");
    admitted(closed, Messages.cancellation("hypertension", "intake"));
  }

  @Test
  void shouldRefuseAProgramThatStoppedServingTheUseCase() {
    Directory other = with(program(true, List.of("obesity")));

    assertRefused(
        admit(other, Messages.request("hypertension", "intake")), 422, "recipient-use-case");
  }

  @Test
  void shouldSayOfARefusedMessageWhatItIsAbout() {
    byte[] message = Messages.request("hypertension", "intake");
    Party stranger = DIRECTORY.find("mesa-clinic").orElseThrow();

    Admission admission =
        new Intake(GATE, DIRECTORY, CLOCK).admit(stranger, null, message, FhirFormat.JSON);

    assertRefused(admission, 403, "sender-not-party");
    NotAdmitted no = (NotAdmitted) admission;
    assertThat(no.origin().messageId()).contains(Messages.facts(message).messageId());
    assertThat(no.origin().referralId()).isPresent();
  }

  @Test
  void shouldKnowTheIdOfAMessageTheGateRefused() {
    byte[] message =
        Messages.with(
            Messages.request("hypertension", "intake"), "Task", task -> task.remove("for"));

    assertThat(admit(DIRECTORY, message))
        .isInstanceOfSatisfying(
            NotAdmitted.class,
            no ->
                assertThat(no.origin().messageId())
                    .isEqualTo(Optional.of(Messages.facts(message).messageId())));
  }

  @Test
  void shouldDeriveTheAnswerFromTheFirstVerdictAlone() {
    Admitted first = admitted(DIRECTORY, Messages.request("hypertension", "intake"));
    Clock later = Clock.offset(CLOCK, Duration.ofHours(1));
    Admitted again =
        (Admitted)
            new Intake(GATE, DIRECTORY, later)
                .admit(
                    lakeside(DIRECTORY),
                    "other-id",
                    Messages.request("hypertension", "intake"),
                    FhirFormat.JSON);
    Verdict verdict = verdict(first);

    assertThat(HubMessages.processMessageAnswer(Replies.accepted(again, verdict.forClaim("x"))))
        .isEqualTo(HubMessages.processMessageAnswer(Replies.accepted(first, verdict)));
  }

  private static Verdict verdict(Admitted message) {
    return new Verdict(
        message.claim().claimId(),
        message.claim().claimId(),
        message.claim().referralId(),
        true,
        200,
        1,
        "01",
        "received",
        "2.0",
        List.of(Finding.information("some-note", "", "Something to know.")),
        NOW);
  }

  private static Admitted admitted(Directory directory, byte[] message) {
    Admission admission = admit(directory, message);
    assertThat(admission).isInstanceOf(Admitted.class);
    return (Admitted) admission;
  }

  private static Admission admit(Directory directory, byte[] message) {
    return new Intake(GATE, directory, CLOCK)
        .admit(lakeside(directory), null, message, FhirFormat.JSON);
  }

  private static Party lakeside(Directory directory) {
    return directory.find(Messages.SENDER).orElseThrow();
  }

  private static Directory with(Party program) {
    return Directory.of(List.of(lakeside(DIRECTORY), program));
  }

  private static Party program(boolean active, List<String> useCases) {
    Party shipped = DIRECTORY.find("steady-steps").orElseThrow();
    return new Party(
        shipped.id(),
        shipped.name(),
        shipped.npi(),
        shipped.roles(),
        useCases,
        shipped.channels(),
        shipped.push(),
        active);
  }

  private static void assertRefused(Admission admission, int status, String rule) {
    assertThat(admission)
        .isInstanceOfSatisfying(
            NotAdmitted.class,
            no -> {
              assertThat(no.refusal().httpStatus()).isEqualTo(status);
              assertThat(no.refusal().ruleIds()).containsExactly(rule);
            });
  }
}
