package org.closedloop.feedback.in;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.closedloop.core.claim.Submission;
import org.closedloop.core.directory.Directory;
import org.closedloop.core.directory.Party;
import org.closedloop.core.fhir.TaskView;
import org.closedloop.feedback.core.Referral;

/** Shows a referral as the hub's Task. */
@ApplicationScoped
class TaskViews {

  private final Directory directory;

  TaskViews(Directory directory) {
    this.directory = directory;
  }

  TaskView of(Referral referral) {
    Submission submission = referral.submission();
    Optional<Party> initiator = directory.find(submission.initiator());
    Optional<Party> program = directory.find(submission.program());
    return new TaskView(
        referral.id(),
        referral.sequence(),
        referral.lastModified(),
        referral.times().acceptedAt().toString(),
        referral.state().status().code(),
        referral.state().businessStatus().code(),
        referral.statusReason(),
        referral.delivery().name().toLowerCase(java.util.Locale.ROOT),
        submission.task(),
        submission.service(),
        initiator.map(Party::name).orElse(null),
        initiator.map(Party::npi).orElse(null),
        program.map(Party::name).orElse(null),
        program.map(Party::npi).orElse(null),
        submission.useCase(),
        referral.feedbackBundleId());
  }
}
