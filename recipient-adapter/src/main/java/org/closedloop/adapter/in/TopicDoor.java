package org.closedloop.adapter.in;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.closedloop.adapter.AdapterConfig;
import org.closedloop.adapter.core.Reception;
import org.closedloop.adapter.core.Replies;
import org.closedloop.adapter.core.ResponseClaim;
import org.closedloop.adapter.core.ResponseClaim.Made;
import org.closedloop.adapter.out.Receipts;
import org.closedloop.adapter.out.TaskViews;
import org.closedloop.core.claim.Verdict;
import org.closedloop.core.directory.Party;
import org.closedloop.core.fhir.Answer;
import org.closedloop.core.fhir.TaskView;
import org.closedloop.core.outcome.Refusal;
import org.closedloop.kit.Draining;
import org.closedloop.kit.Patience;
import org.closedloop.kit.desk.ClaimDesk;
import org.closedloop.kit.desk.InOrder;
import org.closedloop.kit.desk.Pending;
import org.closedloop.kit.http.BodyRules;
import org.closedloop.kit.kafka.PartyRecord;

/** Takes in one record of a known program: gate and filter, claim, verdict, receipt. */
@ApplicationScoped
class TopicDoor {

  private final Intake intake;
  private final ClaimDesk desk;
  private final Tasks tasks;
  private final TaskViews views;
  private final Receipts receipts;
  private final Clock clock;
  private final Draining draining;
  private final Pending pending;
  private final InOrder order;

  TopicDoor(
      Intake intake,
      ClaimDesk desk,
      Tasks tasks,
      TaskViews views,
      Receipts receipts,
      Clock clock,
      Draining draining,
      AdapterConfig config) {
    this.draining = draining;
    this.intake = intake;
    this.desk = desk;
    this.tasks = tasks;
    this.views = views;
    this.receipts = receipts;
    this.clock = clock;
    this.pending = new Pending(config.undecidedAtMost());
    this.order = new InOrder(config.judgedAtOnce());
  }

  /**
   * Takes a record in.
   *
   * @param done acknowledges it; run when the program has been told
   * @return completes when the next record may be taken
   */
  Uni<Void> take(Party party, PartyRecord record, Uni<Void> done) {
    return order.take(
        record.lane(),
        record.value().length,
        () ->
            Patience.untilDone(
                "response", record.name(), () -> draining.run(() -> judge(party, record))),
        TopicDoor::referral,
        claim -> enter(party, claim, record, done));
  }

  private static String referral(ResponseClaim claim) {
    return claim instanceof Made made ? made.claim().referralId() : null;
  }

  private Uni<Void> enter(Party party, ResponseClaim claim, PartyRecord record, Uni<Void> done) {
    return switch (claim) {
      case ResponseClaim.Refused(var refusal, var messageId) ->
          receipts.refused(record, null, messageId, refusal, clock.instant()).chain(() -> done);
      case Made made -> claim(party, made, record, done);
    };
  }

  private Uni<ResponseClaim> judge(Party party, PartyRecord record) {
    Optional<Refusal> tooLarge = BodyRules.check(null, record.value());
    return tooLarge.isPresent()
        ? Uni.createFrom().item(new ResponseClaim.Refused(tooLarge.get(), null))
        : intake.messageOrTask(party, record.requestId(), record.value());
  }

  private Uni<Void> claim(Party party, Made made, PartyRecord record, Uni<Void> done) {
    String claimId = made.claim().claimId();
    return Patience.untilDone("claim", claimId, () -> desk.claim(made.claim(), made.payload()))
        .chain(
            () ->
                pending.hold(
                    record.value().length,
                    desk.awaitDecided(claimId)
                        .chain(verdict -> tell(party, made, record, verdict))
                        .chain(() -> done)));
  }

  private Uni<Void> tell(Party party, Made made, PartyRecord record, Verdict verdict) {
    if (!verdict.accepted()) {
      Refusal refusal =
          made.messageId() == null ? Replies.taskRefusal(verdict) : Replies.refusal(verdict);
      return receipts.refused(
          record, verdict.referralId(), made.messageId(), refusal, verdict.decidedAt());
    }
    return Patience.untilDone(
            "receipt", verdict.claimId(), () -> draining.run(() -> answer(party, made, verdict)))
        .chain(answer -> receipts.accepted(record, answer));
  }

  private Uni<Answer> answer(Party party, Made made, Verdict verdict) {
    Uni<Void> told = views.told(verdict);
    return made.reception() instanceof Reception.Message message
        ? told.map(noted -> Replies.accepted(message, verdict, made.notes()))
        : told.chain(() -> tasks.find(party, verdict.referralId()))
            .map(
                task ->
                    Replies.accepted(
                        null, task.orElseGet(() -> bare(verdict)), verdict, List.of()));
  }

  /** What is certain of a Task that neither view nor record shows. */
  private static TaskView bare(Verdict verdict) {
    return new TaskView(
        verdict.referralId(),
        0,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
