package org.closedloop.adapter.in.portal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import org.closedloop.adapter.core.Reception;
import org.closedloop.adapter.core.Replies;
import org.closedloop.adapter.core.ResponseClaim;
import org.closedloop.adapter.core.TaskRecord;
import org.closedloop.adapter.core.portal.Deed;
import org.closedloop.adapter.core.portal.Reported;
import org.closedloop.adapter.in.Intake;
import org.closedloop.adapter.out.TaskViews;
import org.closedloop.core.claim.Verdict;
import org.closedloop.core.directory.Directory;
import org.closedloop.core.directory.Party;
import org.closedloop.core.fhir.FeedbackContent;
import org.closedloop.core.fhir.FhirFormat;
import org.closedloop.core.fhir.HubMessages;
import org.closedloop.core.identity.ReferralId;
import org.closedloop.core.outcome.Finding;
import org.closedloop.kit.HubConfig;
import org.closedloop.kit.desk.ClaimDesk;

/**
 * Says for people what a program's system says by Tasks and messages: through the same gate, by the
 * same claims. What two people do who saw a referral at the same move bears the same request id, so
 * that the hub takes what the first one did, and tells the second.
 */
@ApplicationScoped
class Deeds {

  static final String RECORDED = "recorded";
  static final String PENDING = "pending";

  private static final int CONFLICT = 409;

  private final Intake intake;
  private final ClaimDesk desk;
  private final TaskViews views;
  private final Directory directory;
  private final HubConfig config;

  Deeds(Intake intake, ClaimDesk desk, TaskViews views, Directory directory, HubConfig config) {
    this.intake = intake;
    this.desk = desk;
    this.views = views;
    this.directory = directory;
    this.config = config;
  }

  /** What became of a deed. */
  sealed interface Done {

    /** It is on record; or taken, and still undecided. */
    record Taken(String notice) implements Done {}

    /** Somebody did something else meanwhile. */
    record TooLate() implements Done {}

    /** The hub refused it. */
    record Refused(String words) implements Done {}
  }

  /** A new MessageHeader.id for an outcome of a referral that stands at this move. */
  static String messageId(TaskRecord task) {
    return ReferralId.derive("portal|" + task.referralId() + "|" + task.moved());
  }

  /** Reports a status. */
  Uni<Done> report(String program, TaskRecord task, Deed deed, String reason) {
    Party party = directory.find(program).orElseThrow();
    byte[] body = HubMessages.task(Reported.of(Replies.view(task, directory), deed, reason));
    return intake
        .readTask(party, body, FhirFormat.JSON)
        .chain(read -> intake.task((Reception.BareTask) read, requestId(task), null))
        .chain(this::claim);
  }

  /**
   * Sends an outcome.
   *
   * @param message the package the program has
   */
  Uni<Done> outcome(String program, TaskRecord task, byte[] message, FeedbackContent content) {
    Party party = directory.find(program).orElseThrow();
    byte[] body = HubMessages.feedback(message, content);
    return intake
        .message(party, requestId(task), body, FhirFormat.JSON)
        .chain(
            claim ->
                switch (claim) {
                  case ResponseClaim.Made made -> claim(made);
                  case ResponseClaim.Refused no ->
                      Uni.createFrom().item(new Done.Refused(words(no.refusal().findings())));
                });
  }

  private static String requestId(TaskRecord task) {
    return "portal|" + task.referralId() + "|" + task.moved();
  }

  private Uni<Done> claim(ResponseClaim.Made made) {
    String claimId = made.claim().claimId();
    return desk.claim(made.claim(), made.payload())
        .chain(() -> desk.await(claimId, config.answerWithin()))
        .chain(
            verdict ->
                verdict
                    .map(this::decided)
                    .orElseGet(() -> Uni.createFrom().item(new Done.Taken(PENDING))));
  }

  private Uni<Done> decided(Verdict verdict) {
    if (verdict.accepted()) {
      return views.told(verdict).replaceWith(new Done.Taken(RECORDED));
    }
    return Uni.createFrom()
        .item(
            verdict.httpStatus() == CONFLICT
                ? new Done.TooLate()
                : new Done.Refused(words(verdict.findings())));
  }

  private static String words(List<Finding> findings) {
    return findings.stream().map(Finding::text).distinct().collect(Collectors.joining(" "));
  }
}
