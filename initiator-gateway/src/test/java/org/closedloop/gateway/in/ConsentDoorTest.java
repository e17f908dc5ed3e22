package org.closedloop.gateway.in;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.fhir.PatientKeys;
import org.closedloop.core.identity.ReferralId;
import org.closedloop.core.outcome.Finding;
import org.closedloop.gateway.playing.FakeFeedback;
import org.closedloop.gateway.playing.FakeFeedback.Heard;
import org.closedloop.gateway.playing.GatewayStack;
import org.closedloop.gateway.playing.Hospital;
import org.closedloop.gateway.playing.Hospital.Reply;
import org.closedloop.gateway.playing.Messages;
import org.junit.jupiter.api.Test;

/** {@code POST /fhir/Consent}; the test plays feedback-service. */
@QuarkusTest
@WithTestResource(GatewayStack.class)
class ConsentDoorTest {

  private static final String MRN = "http://lakeside-hospital.example.org/fhir/sid/mrn";

  private final FakeFeedback feedback = GatewayStack.feedback();
  private final String number = UUID.randomUUID().toString();

  @TestHTTPResource("/")
  URI base;

  @Test
  void shouldClaimARevocationAndAnswer201() {
    Reply reply = post(consent("deny"));

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.rules()).containsExactly("consent-revoked");
    Heard heard = heard(reply);
    assertThat(reply.location()).contains("/fhir/Consent/" + heard.claim().referralId());
    assertThat(heard.payload()).isEmpty();
    assertThat(heard.claim().revocation().revokedAt()).isEqualTo("2026-03-11T00:00:00Z");
    assertThat(new String(heard.record().value(), StandardCharsets.UTF_8)).doesNotContain(number);
  }

  @Test
  void shouldUseTheSameKeysAsTheReferralOfThatPatient() {
    byte[] referral =
        Messages.replacing(Messages.request("arthritis", "consent-keys"), "MRN-arth-91", number);
    Hospital.of(base, "lakeside-hospital").send(referral);
    Claim submission = feedback.claims(Messages.referralId(referral)).get(0).claim();

    Claim revocation = heard(post(consent("deny"))).claim();

    assertThat(submission.submission().patientKeys())
        .isEqualTo(revocation.revocation().patientKeys())
        .isEqualTo(PatientKeys.scoped("lakeside-hospital", Messages.facts(referral).patientKeys()));
    assertThat(revocation.revocation().patientKeys())
        .isNotEqualTo(PatientKeys.scoped("mesa-clinic", Messages.facts(referral).patientKeys()));
  }

  @Test
  void shouldMakeOneClaimOfTheSameConsentOrRequestId() {
    Reply first = post(consent("deny"), "X-Request-ID", number);
    Reply second = post(consent("deny"), "X-Request-ID", number);
    Reply withoutId = post(consent("deny"));
    Reply again = post(consent("deny"));

    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.location()).isEqualTo(first.location());
    assertThat(again.location()).isEqualTo(withoutId.location()).isNotEqualTo(first.location());
  }

  @Test
  void shouldRefuseWhatRevokesNothingWithoutAClaim() {
    int before = feedback.revocations("lakeside-hospital").size();

    Reply permit = post(consent("permit"));
    Reply broken = post("{\"resourceType\":\"Consent\"");
    Reply other = post("{\"resourceType\":\"Patient\",\"active\":true}");

    assertThat(permit.status()).isEqualTo(422);
    assertThat(permit.rules()).containsExactly("consent-not-a-revocation");
    assertThat(permit.elements()).containsExactly("Consent.provision.type");
    assertThat(broken.status()).isEqualTo(400);
    assertThat(other.rules()).containsExactly("consent-expected");
    assertThat(feedback.revocations("lakeside-hospital")).hasSize(before);
  }

  @Test
  void shouldAnswerTheRecordsRefusal() {
    feedback.refuse(
        revocationId(number),
        422,
        Finding.error("consent-patient-known", "not-found", "Consent.patient", "Unknown."));

    Reply reply = post(consent("deny"), "X-Request-ID", number);

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.rules()).containsExactly("consent-patient-known");
  }

  @Test
  void shouldAnswer202WhileUndecidedAnd201WhenAskedAgain() {
    String id = revocationId(number);
    feedback.hold(id);

    Reply undecided = post(consent("deny"), "X-Request-ID", number);

    assertThat(undecided.status()).isEqualTo(202);
    assertThat(undecided.rules()).containsExactly("undecided");
    assertThat(undecided.retryAfter()).isPresent();
    feedback.release(id);
    assertThat(post(consent("deny"), "X-Request-ID", number).status()).isEqualTo(201);
  }

  @Test
  void shouldLetOnlyInitiatorsIn() {
    byte[] body = consent("deny").getBytes(StandardCharsets.UTF_8);

    assertThat(new Hospital(base, null).call("POST", "fhir/Consent", body).status()).isEqualTo(401);
    assertThat(
            Hospital.of(base, "lakeside-hospital")
                .call("POST", "fhir/Consent", body, "Content-Type", "text/plain")
                .status())
        .isEqualTo(415);
  }

  private Heard heard(Reply reply) {
    List<Heard> all =
        feedback.revocations("lakeside-hospital").stream()
            .filter(h -> reply.location().orElseThrow().endsWith(h.claim().referralId()))
            .toList();
    assertThat(all).isNotEmpty();
    return all.get(0);
  }

  private static String revocationId(String requestId) {
    String claimId = ReferralId.derive("claim|lakeside-hospital|request|" + requestId);
    return ReferralId.derive("revocation|" + claimId);
  }

  private Reply post(String body, String... headers) {
    return Hospital.of(base, "lakeside-hospital")
        .call("POST", "fhir/Consent", body.getBytes(StandardCharsets.UTF_8), headers);
  }

  private String consent(String type) {
    return """
    {"resourceType":"Consent","status":"active","scope":{"text":"privacy"},
    "category":[{"text":"referral"}],"dateTime":"2026-03-10",
    "patient":{"identifier":{"system":"%s","value":"%s"}},"provision":{"type":"%s"}}\
    """
        .formatted(MRN, number, type);
  }
}
