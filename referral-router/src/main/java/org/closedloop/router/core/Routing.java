package org.closedloop.router.core;

import java.time.Instant;
import java.util.Optional;
import org.closedloop.core.catalog.UseCase;
import org.closedloop.core.catalog.UseCaseCatalog;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.claim.Routed;
import org.closedloop.core.claim.Submission;
import org.closedloop.core.directory.Directory;
import org.closedloop.core.directory.Party;
import org.closedloop.core.directory.Role;
import org.closedloop.core.state.Actor;
import org.closedloop.router.core.Destination.NotForRouting;
import org.closedloop.router.core.Destination.Route;
import org.closedloop.router.core.Destination.Undeliverable;

/**
 * Picks the program for a decision (design section 2). Pure. Program and use case were settled at
 * the gate; they are looked up once more because directory and catalog may have changed since.
 */
public final class Routing {

  /** The use case was taken out of the catalog. */
  public static final String USE_CASE_UNKNOWN = "use-case-unknown";

  /** The program was taken out of the directory, or is no recipient any more. */
  public static final String PROGRAM_UNKNOWN = "program-unknown";

  /** The program takes no new referrals, or none of this use case. */
  public static final String PROGRAM_CLOSED = "program-closed";

  private Routing() {}

  /**
   * Decides where a decision goes.
   *
   * @param decision as journalled
   * @param directory the parties
   * @param catalog the use cases
   */
  public static Destination decide(Decision decision, Directory directory, UseCaseCatalog catalog) {
    return concernsProgram(decision) ? pick(decision, directory, catalog) : new NotForRouting();
  }

  private static boolean concernsProgram(Decision decision) {
    return decision.accepted()
        && (decision.actor() == Actor.INITIATOR || HubNotice.isOne(decision))
        && decision.submission() != null
        && decision.messageId() != null;
  }

  private static Destination pick(Decision decision, Directory directory, UseCaseCatalog catalog) {
    Submission submission = decision.submission();
    Optional<UseCase> useCase = catalog.find(submission.useCase());
    if (useCase.isEmpty()) {
      return new Undeliverable(decision.referralId(), USE_CASE_UNKNOWN);
    }
    Optional<Party> program =
        directory.find(submission.program()).filter(p -> p.roles().contains(Role.RECIPIENT));
    if (program.isEmpty()) {
      return new Undeliverable(decision.referralId(), PROGRAM_UNKNOWN);
    }
    if (isReferral(decision) && !isOpen(program.get(), submission.useCase())) {
      return new Undeliverable(decision.referralId(), PROGRAM_CLOSED);
    }
    return new Route(routed(decision, submission), useCase.get());
  }

  /** A program that closes still hears what happens to the referrals it has. */
  private static boolean isOpen(Party program, String useCase) {
    return program.active() && program.useCases().contains(useCase);
  }

  private static boolean isReferral(Decision decision) {
    return decision.claim().kind() == ClaimKind.SUBMISSION;
  }

  private static Routed routed(Decision decision, Submission submission) {
    return new Routed(
        decision.referralId(),
        decision.sequence(),
        isReferral(decision),
        submission.useCase(),
        submission.initiator(),
        submission.program(),
        HubNotice.isOne(decision) ? HubNotice.messageId(decision) : decision.messageId(),
        decision.decidedAt(),
        isReferral(decision) ? consentUntil(submission) : null);
  }

  private static Instant consentUntil(Submission submission) {
    return submission.consent() == null ? null : submission.consent().until();
  }
}
