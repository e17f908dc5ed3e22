package org.closedloop.kit.kafka;

import java.time.Instant;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.claim.OverdueEvent;
import org.closedloop.core.claim.Routed;
import org.closedloop.core.claim.StatusEvent;
import org.closedloop.core.claim.Submission;
import org.closedloop.core.claim.Verdict;
import org.closedloop.core.codec.Envelope;
import org.closedloop.core.codec.EnvelopeCodec;
import org.closedloop.core.codec.RecordJson;
import org.closedloop.core.identity.ReferralId;
import org.closedloop.core.topic.Topics;

/** Makes the records of the hub's own topics: topic, key, CloudEvent headers, sealed value. */
public final class HubRecords {

  private static final String SEALED = "application/vnd.closedloop.envelope";

  private HubRecords() {}

  /** A claim with the message it is about; an empty payload when there is none. */
  public static HubRecord claim(Claim claim, byte[] payload) {
    CloudEventHeaders headers =
        CloudEventHeaders.of(
                "claim." + word(claim.kind()),
                claim.claimId(),
                claim.referralId(),
                claim.claimedAt())
            .contentType(SEALED);
    addParties(headers, claim.submission());
    return sealed(Topics.CLAIMS, claim.referralId(), claim, payload, headers);
  }

  /** A decision with the message that goes on. */
  public static HubRecord journal(Decision decision, byte[] payload) {
    CloudEventHeaders headers =
        CloudEventHeaders.of(
                "decision." + (decision.accepted() ? "accepted" : "refused"),
                decision.eventId(),
                decision.referralId(),
                decision.decidedAt())
            .contentType(SEALED)
            .extension("sequence", decision.sequence());
    addParties(headers, decision.submission());
    return sealed(Topics.JOURNAL, decision.referralId(), decision, payload, headers)
        .after(decision.claim().claimId());
  }

  /** The answer to a claim. */
  public static HubRecord verdict(Verdict verdict) {
    CloudEventHeaders headers =
        CloudEventHeaders.of(
                "verdict",
                ReferralId.derive("verdict|" + verdict.claimId()),
                verdict.referralId(),
                verdict.decidedAt())
            .contentType(SEALED);
    return sealed(Topics.VERDICTS, verdict.referralId(), verdict, null, headers)
        .after(verdict.claimId());
  }

  /** A filtered message on its way to a program. */
  public static HubRecord routed(Routed routed, byte[] message) {
    CloudEventHeaders headers =
        CloudEventHeaders.of(
                "routed",
                ReferralId.derive("routed|" + routed.referralId() + "|" + routed.sequence()),
                routed.referralId(),
                routed.decidedAt())
            .contentType(SEALED)
            .extension("usecase", routed.useCase())
            .extension("initiator", routed.initiator())
            .extension("program", routed.program())
            .extension("sequence", routed.sequence());
    return sealed(Topics.routed(routed.useCase()), routed.referralId(), routed, message, headers);
  }

  /** What dashboards see; plain JSON, ids and codes only. */
  public static HubRecord status(StatusEvent event) {
    CloudEventHeaders headers =
        CloudEventHeaders.of(
                "status",
                ReferralId.derive("status|" + event.referralId() + "|" + event.sequence()),
                event.referralId(),
                event.decidedAt())
            .contentType("application/json")
            .extension("usecase", event.useCase())
            .extension("initiator", event.initiator())
            .extension("program", event.program())
            .extension("sequence", event.sequence());
    return new HubRecord(Topics.STATUS, event.referralId(), RecordJson.write(event), headers.map());
  }

  /** A referral is late, or no longer; plain JSON, ids and codes only. */
  public static HubRecord overdue(OverdueEvent event) {
    Instant at = event.clearedAt() == null ? event.raisedAt() : event.clearedAt();
    String what = event.clearedAt() == null ? "overdue.raised" : "overdue.cleared";
    CloudEventHeaders headers =
        CloudEventHeaders.of(
                what,
                ReferralId.derive(what + "|" + event.referralId() + "|" + event.stage() + "|" + at),
                event.referralId(),
                at)
            .contentType("application/json")
            .extension("usecase", event.useCase())
            .extension("initiator", event.initiator())
            .extension("program", event.program());
    return new HubRecord(Topics.STATUS, event.referralId(), RecordJson.write(event), headers.map());
  }

  private static void addParties(CloudEventHeaders headers, Submission submission) {
    if (submission != null) {
      headers
          .extension("usecase", submission.useCase())
          .extension("initiator", submission.initiator())
          .extension("program", submission.program());
    }
  }

  private static HubRecord sealed(
      String topic, String key, Object facts, byte[] payload, CloudEventHeaders headers) {
    byte[] value = EnvelopeCodec.seal(Envelope.of(facts, payload));
    return new HubRecord(topic, key, value, headers.map());
  }

  private static String word(Enum<?> kind) {
    return kind.name().toLowerCase(java.util.Locale.ROOT);
  }
}
