package org.closedloop.gateway.in;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.Verdict;
import org.closedloop.core.directory.Party;
import org.closedloop.core.fhir.FhirFormat;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Refusal;
import org.closedloop.gateway.core.Admission;
import org.closedloop.gateway.core.Admission.Admitted;
import org.closedloop.gateway.core.Admission.NotAdmitted;
import org.closedloop.gateway.core.Admission.Origin;
import org.closedloop.gateway.core.Intake;
import org.closedloop.gateway.core.Replies;
import org.closedloop.gateway.out.Claims;
import org.closedloop.gateway.out.FeedbackTopic;
import org.closedloop.kit.Judging;
import org.closedloop.kit.Patience;
import org.closedloop.kit.desk.InOrder;
import org.closedloop.kit.desk.Pending;
import org.closedloop.kit.http.BodyRules;
import org.closedloop.kit.kafka.PartyRecord;
import org.jboss.logging.Logger;

/** Takes in one record of a known hospital: gate and policies, claim, verdict, answer. */
@ApplicationScoped
class TopicDoor {

  private static final int UNDECIDED_AT_MOST = 256;

  /** Of all topics together: enough to keep the gate busy while claims are on their way. */
  private static final int JUDGED_AT_ONCE = 32;

  private static final Logger LOG = Logger.getLogger(TopicDoor.class);

  private final Intake intake;
  private final Claims claims;
  private final FeedbackTopic feedback;
  private final Judging judging;
  private final Clock clock;
  private final Pending pending = new Pending(UNDECIDED_AT_MOST);
  private final InOrder order = new InOrder(JUDGED_AT_ONCE);

  TopicDoor(Intake intake, Claims claims, FeedbackTopic feedback, Judging judging, Clock clock) {
    this.judging = judging;
    this.intake = intake;
    this.claims = claims;
    this.feedback = feedback;
    this.clock = clock;
  }

  /**
   * Takes a record in.
   *
   * @param done acknowledges it; run when the sender has been told
   * @return completes when the next record may be taken
   */
  Uni<Void> take(Party party, PartyRecord record, Uni<Void> done) {
    return order.take(
        record.lane(),
        record.value().length,
        () ->
            judging
                .run(() -> admit(party, record))
                .onFailure()
                .recoverWithItem(e -> broken(record, e)),
        TopicDoor::referral,
        admission -> enter(admission, record, done));
  }

  private static String referral(Admission admission) {
    return admission instanceof Admitted yes ? yes.claim().referralId() : null;
  }

  private Uni<Void> enter(Admission admission, PartyRecord record, Uni<Void> done) {
    return switch (admission) {
      case NotAdmitted no -> refuse(record, no.refusal(), no.origin()).chain(() -> done);
      case Admitted yes -> claim(yes, record, done);
    };
  }

  private Admission admit(Party party, PartyRecord record) {
    Optional<Refusal> body = BodyRules.check(null, record.value());
    return body.isPresent()
        ? new NotAdmitted(body.get(), Origin.UNKNOWN)
        : intake.admit(party, record.requestId(), record.value(), FhirFormat.JSON);
  }

  /** An error of ours stops neither the topic nor the sender's later messages. */
  private static Admission broken(PartyRecord record, Throwable e) {
    LOG.errorf("message failed record=%s error=%s", record.name(), e.getClass().getName());
    return new NotAdmitted(
        Refusal.of(
            500,
            Finding.error(
                "internal",
                "exception",
                "",
                "The hub failed to handle this message. Tell the hub's operators, who have kept"
                    + " it.")),
        Origin.UNKNOWN);
  }

  private Uni<Void> claim(Admitted message, PartyRecord record, Uni<Void> done) {
    Claim claim = message.claim();
    return Patience.untilDone(
            "claim", claim.claimId(), () -> claims.handIn(claim, message.message()))
        .chain(
            () ->
                pending.hold(
                    record.value().length,
                    claims
                        .decided(claim)
                        .chain(verdict -> tell(message, record, verdict))
                        .chain(() -> done)));
  }

  private Uni<Void> tell(Admitted message, PartyRecord record, Verdict verdict) {
    return verdict.accepted()
        ? feedback.accepted(record, Replies.accepted(message, verdict))
        : feedback.refused(
            record, Replies.refusal(verdict), Origin.of(message.claim()), verdict.decidedAt());
  }

  private Uni<Void> refuse(PartyRecord record, Refusal refusal, Origin origin) {
    return feedback.refused(record, refusal, origin, clock.instant());
  }
}
