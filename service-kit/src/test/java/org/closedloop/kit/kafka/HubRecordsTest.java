package org.closedloop.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.Identity;
import org.closedloop.core.claim.Submission;
import org.closedloop.core.codec.EnvelopeCodec;
import org.closedloop.core.fhir.Placer;
import org.junit.jupiter.api.Test;

class HubRecordsTest {

  private static final String REFERRAL = "c0f440c4-6b98-5f4c-a9f7-a07b4057c4cb";

  private final Claim claim =
      Claim.submission(
          "claim-1",
          REFERRAL,
          new Identity("message-1", null, "print"),
          new Submission(
              "mesa-clinic",
              "kc-wellness",
              "arthritis",
              new Placer("urn:s", null, "SR-SECRET"),
              null,
              List.of()),
          Instant.parse("2026-01-01T00:00:00Z"));

  @Test
  void shouldBeACloudEventKeyedByTheReferral() {
    HubRecord record = HubRecords.claim(claim, "body".getBytes(StandardCharsets.UTF_8));
    assertThat(record.topic()).isEqualTo("referral.claims");
    assertThat(record.key()).isEqualTo(REFERRAL);
    assertThat(record.headers())
        .containsEntry("ce_specversion", "1.0")
        .containsEntry("ce_id", "claim-1")
        .containsEntry("ce_type", "org.closedloop.claim.submission")
        .containsEntry("ce_subject", REFERRAL)
        .containsEntry("ce_usecase", "arthritis")
        .containsEntry("ce_initiator", "mesa-clinic")
        .containsEntry("ce_program", "kc-wellness");
    assertThat(record.headers().get("traceparent"))
        .matches("00-c0f440c46b985f4ca9f7a07b4057c4cb-[0-9a-f]{16}-01");
  }

  @Test
  void shouldKeepContentOutOfHeaders() {
    HubRecord record = HubRecords.claim(claim, "body".getBytes(StandardCharsets.UTF_8));
    assertThat(record.headers().toString()).doesNotContain("SR-SECRET").doesNotContain("body");
    assertThat(EnvelopeCodec.open(record.value()).facts(Claim.class)).isEqualTo(claim);
  }
}
