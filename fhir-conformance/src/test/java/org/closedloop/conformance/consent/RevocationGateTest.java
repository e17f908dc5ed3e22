package org.closedloop.conformance.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.closedloop.core.outcome.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RevocationGateTest {

  private static final Instant NOW = Instant.parse("2026-03-10T15:00:00Z");
  private static final String BY_IDENTIFIER =
      "\"patient\":{\"identifier\":{\"system\":\"urn:test:mrn\",\"value\":\"MRN-1\"}}";
  private static final String CONTAINED =
      "\"contained\":[{\"resourceType\":\"Patient\",\"id\":\"p\",\"identifier\":[{\"system\":"
          + "\"urn:test:mrn\",\"value\":\"MRN-1\"}]}],\"patient\":{\"reference\":\"#p\"}";
  private static final String DENY = "\"provision\":{\"type\":\"deny\"}";

  private final RevocationGate gate = new RevocationGate();

  @ParameterizedTest
  @ValueSource(strings = {"inactive", "entered-in-error", "rejected"})
  void shouldTakeAConsentThatIsNoMore(String status) {
    assertThat(read(consent(status, BY_IDENTIFIER, "\"dateTime\":\"2026-01-01\"")).revokedAt())
        .as("when it became so, it does not say")
        .isEqualTo(NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T10:00:00Z, 2026-03-01T10:00:01Z",
    "2026-03-01,           2026-03-02T00:00:00Z",
    "2026-01,              2026-02-01T00:00:00Z",
    "2026-03-10,           2026-03-10T15:00:00Z",
    "2026,                 2026-03-10T15:00:00Z",
    "2027-01-01,           2026-03-10T15:00:00Z"
  })
  void shouldCountADenialSinceItWasGivenAsLateAsItsDateCanMean(String given, Instant revokedAt) {
    assertThat(
            read(consent("active", BY_IDENTIFIER, DENY, "\"dateTime\":\"" + given + "\""))
                .revokedAt())
        .isEqualTo(revokedAt);
  }

  @Test
  void shouldTakeAPermitThatHasEnded() {
    String ended =
        "\"provision\":{\"type\":\"permit\",\"period\":{\"start\":\"2025\",\"end\":\"2026-02\"}}";

    assertThat(read(consent("active", BY_IDENTIFIER, ended)).revokedAt())
        .isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "active;   \"provision\":{\"type\":\"permit\"};                             type",
        "active;   \"language\":\"en\";                                            type",
        "active;   \"provision\":{\"type\":\"permit\",\"period\":{\"end\":\"2026-03\"}};  type",
        "active;   \"provision\":{\"type\":\"deny\",\"period\":{\"start\":\"2026-04\"}}; period",
        "active;   \"provision\":{\"type\":\"deny\",\"period\":{\"end\":\"2026-02\"}};   period",
        "draft;    \"provision\":{\"type\":\"deny\"};                               status",
        "proposed; \"provision\":{\"type\":\"deny\"};                               status"
      })
  void shouldRefuseWhatRevokesNothing(String status, String member, String element) {
    Refusal refusal = refusal(consent(status, BY_IDENTIFIER, member));

    assertThat(refusal.httpStatus()).isEqualTo(422);
    assertThat(refusal.ruleIds()).containsExactly("consent-not-a-revocation");
    assertThat(refusal.findings().get(0).expression()).endsWith(element);
  }

  @Test
  void shouldKnowThePatientByReferenceAndByContainedResourceAlike() {
    List<String> byIdentifier = read(consent("active", BY_IDENTIFIER, DENY)).patientKeys();

    assertThat(byIdentifier).hasSize(1);
    assertThat(read(consent("active", CONTAINED, DENY)).patientKeys()).isEqualTo(byIdentifier);
    assertThat(byIdentifier.get(0)).doesNotContain("MRN");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"patient\":{\"reference\":\"Patient/1\"}",
        "\"patient\":{\"display\":\"somebody\"}",
        "\"language\":\"en\"",
        "\"patient\":{\"identifier\":{\"system\":\"http://hl7.org/fhir/sid/us-ssn\","
            + "\"value\":\"900000000\"}}",
        "\"contained\":[{\"resourceType\":\"Patient\",\"id\":\"p\",\"identifier\":[{\"system\":"
            + "\"urn:test:mrn\",\"value\":\"MRN-1\"}]}],\"patient\":{\"reference\":\"#q\"}"
      })
  void shouldAskForAnIdentifierOfThePatient(String patient) {
    assertThat(refusal(consent("active", patient, DENY)).ruleIds())
        .containsExactly("consent-patient-identifier");
  }

  @Test
  void shouldRefuseModifiersItDoesNotKnowAndReportAllTogether() {
    String modified = "\"implicitRules\":\"urn:test:rules\"";

    assertThat(refusal(consent("draft", "\"language\":\"en\"", modified)).ruleIds())
        .containsExactly(
            "modifier-extension", "consent-not-a-revocation", "consent-patient-identifier");
  }

  @Test
  void shouldRefuseWhatIsNoConsent() {
    assertThat(refusal("").httpStatus()).isEqualTo(400);
    assertThat(refusal("{").httpStatus()).isEqualTo(400);
    assertThat(refusal("{\"resourceType\":\"Nothing\"}").httpStatus()).isEqualTo(400);
    assertThat(refusal("{\"resourceType\":\"Patient\",\"active\":true}").ruleIds())
        .containsExactly("consent-expected");
    assertThat(refusal(consent("active", BY_IDENTIFIER, "\"unknown\":1")).httpStatus())
        .isEqualTo(422);
    assertThat(refusal("x".repeat(1024 * 1024 + 1)).httpStatus()).isEqualTo(413);
  }

  @Test
  void shouldTellTwoConsentsApartByTheirContentAlone() {
    String one = consent("active", BY_IDENTIFIER, DENY);
    String other = consent("inactive", BY_IDENTIFIER, DENY);

    assertThat(read(one).fingerprint()).isEqualTo(read(" " + one).fingerprint());
    assertThat(read(one).fingerprint()).isNotEqualTo(read(other).fingerprint());
  }

  private RevocationReading.Read read(String body) {
    return (RevocationReading.Read) check(body);
  }

  private Refusal refusal(String body) {
    return ((RevocationReading.Refused) check(body)).refusal();
  }

  private RevocationReading check(String body) {
    return gate.check(body.getBytes(StandardCharsets.UTF_8), NOW);
  }

  private static String consent(String status, String... members) {
    return "{\"resourceType\":\"Consent\",\"status\":\""
        + status
        + "\",\"scope\":{\"text\":\"privacy\"},\"category\":[{\"text\":\"referral\"}],"
        + String.join(",", members)
        + "}";
  }
}
