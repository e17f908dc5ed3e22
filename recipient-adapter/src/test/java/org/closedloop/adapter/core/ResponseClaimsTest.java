package org.closedloop.adapter.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.closedloop.adapter.core.ResponseClaim.Made;
import org.closedloop.conformance.Gate;
import org.closedloop.core.catalog.UseCaseCatalog;
import org.closedloop.core.claim.ClaimId;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.directory.Directory;
import org.closedloop.core.directory.Party;
import org.closedloop.core.fhir.FhirReader;
import org.closedloop.core.fhir.ReferralMessage;
import org.closedloop.core.fhir.example.ExampleMessages;
import org.closedloop.core.fhir.example.ExampleMessages.Loop;
import org.closedloop.core.state.Actor;
import org.closedloop.core.state.BusinessStatus;
import org.closedloop.core.state.ReferralState;
import org.closedloop.core.state.TaskStatus;
import org.closedloop.kit.testing.TestData;
import org.junit.jupiter.api.Test;

class ResponseClaimsTest {

  private static final UseCaseCatalog CATALOG = TestData.catalog();
  private static final Directory DIRECTORY = TestData.directory();
  private static final Gate GATE = new Gate(CATALOG.all());
  private static final ExampleMessages EXAMPLES = TestData.examples();
  private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");
  private static final ReferralState ACCEPTED =
      new ReferralState(TaskStatus.ACCEPTED, BusinessStatus.ACCEPTED);

  private final Party hospital = DIRECTORY.find("mesa-clinic").orElseThrow();
  private final Party program = DIRECTORY.find("kc-wellness").orElseThrow();
  private final Party otherProgram = DIRECTORY.find("steady-steps").orElseThrow();
  private final Loop loop = new Loop("arthritis", "claims", hospital, program);
  private final ReceptionDesk desk = new ReceptionDesk(GATE, DIRECTORY);
  private final ResponseClaims claims = new ResponseClaims(GATE, CATALOG);

  @Test
  void shouldMakeAClaimOfAStatusUnderTheComputedReferralId() {
    byte[] acceptance = EXAMPLES.update(loop, ACCEPTED, "accept");

    Made made = made(acceptance, Optional.of("arthritis"));

    assertThat(made.claim().kind()).isEqualTo(ClaimKind.REPORT);
    assertThat(made.claim().actor()).isEqualTo(Actor.RECIPIENT);
    assertThat(made.claim().party()).isEqualTo("kc-wellness");
    assertThat(made.claim().referralId()).isEqualTo(message(EXAMPLES.outcome(loop)).referralId());
    assertThat(made.claim().report().taskStatus()).isEqualTo("accepted");
    assertThat(made.claim().report().businessStatus()).isEqualTo("3.0");
    assertThat(made.claim().claimId())
        .isEqualTo(ClaimId.ofMessage("kc-wellness", null, made.messageId()));
  }

  @Test
  void shouldPassOnlyTheFilteredFeedback() {
    String withSsn =
        new String(EXAMPLES.outcome(loop), StandardCharsets.UTF_8)
            .replaceFirst(
                "\"resourceType\"\\s*:\\s*\"Patient\"",
                "\"resourceType\":\"Patient\",\"language\":\"en\",\"maritalStatus\":{\"text\":"
                    + "\"CANARY-MARITAL\"}");

    Made made = made(withSsn.getBytes(StandardCharsets.UTF_8), Optional.empty());

    assertThat(new String(made.payload(), StandardCharsets.UTF_8)).doesNotContain("CANARY-MARITAL");
    assertThat(ReferralMessage.ofStored(made.payload()).facts().hasOutput()).isTrue();
    assertThat(made.claim().withheld()).isNotEmpty();
    assertThat(made.notes()).anyMatch(note -> note.ruleId().equals("minimum-necessary"));
  }

  @Test
  void shouldRefuseFeedbackOfAnotherUseCaseThanTheReferrals() {
    ResponseClaim claim =
        claims.of(message(EXAMPLES.outcome(loop)), null, Optional.of("obesity"), NOW);

    assertThat(claim).isInstanceOf(ResponseClaim.Refused.class);
    assertThat(((ResponseClaim.Refused) claim).refusal().ruleIds())
        .containsExactly("use-case-of-referral");
  }

  @Test
  void shouldRefuseAMessageOfAnotherSender() {
    Reception reception = desk.message(otherProgram, FhirReader.read(EXAMPLES.outcome(loop)));

    assertThat(((Reception.Refused) reception).refusal().httpStatus()).isEqualTo(403);
    assertThat(((Reception.Refused) reception).refusal().ruleIds())
        .containsExactly("sender-not-party");
  }

  @Test
  void shouldRefuseAMessageForAnUnknownInitiatorNamingTheElement() {
    Directory withoutIt =
        Directory.of(DIRECTORY.all().stream().filter(party -> !party.equals(hospital)).toList());

    Reception reception =
        new ReceptionDesk(GATE, withoutIt)
            .message(program, FhirReader.read(EXAMPLES.outcome(loop)));

    Reception.Refused refused = (Reception.Refused) reception;
    assertThat(refused.refusal().httpStatus()).isEqualTo(422);
    assertThat(refused.refusal().ruleIds()).containsExactly("initiator-unknown");
    assertThat(refused.refusal().findings().get(0).expression()).contains("Task).requester");
  }

  @Test
  void shouldTakeABareTaskWhereEitherMayCome() {
    byte[] task =
        "{\"resourceType\":\"Task\",\"id\":\"r1\",\"status\":\"accepted\"}"
            .getBytes(StandardCharsets.UTF_8);

    Reception reception = desk.messageOrTask(program, FhirReader.read(task));

    assertThat(reception).isInstanceOf(Reception.BareTask.class);
    Made made = claims.of((Reception.BareTask) reception, null, "W/\"2\"", NOW);
    assertThat(made.claim().referralId()).isEqualTo("r1");
    assertThat(made.payload()).isEmpty();
    assertThat(made.claim().claimId())
        .isNotEqualTo(claims.of((Reception.BareTask) reception, null, null, NOW).claim().claimId());
  }

  private Made made(byte[] body, Optional<String> useCase) {
    return (Made) claims.of(message(body), null, useCase, NOW);
  }

  private Reception.Message message(byte[] body) {
    return (Reception.Message) desk.message(program, FhirReader.read(body));
  }
}
