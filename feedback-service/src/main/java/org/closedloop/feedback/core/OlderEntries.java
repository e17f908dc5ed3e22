package org.closedloop.feedback.core;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.claim.ConsentEnd;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.claim.OnRecord;
import org.closedloop.core.identity.ReferralId;
import org.closedloop.core.outcome.Finding;

/** Entries of the journal from before {@link OnRecord}: what it would say, told from the rest. */
public final class OlderEntries {

  private static final Set<String> CONFLICTS = Set.of("identity-conflict", "referral-open");
  private static final Pattern TASK = Pattern.compile("Task/([0-9a-f-]{36})");

  private OlderEntries() {}

  /** The decision with what goes on record; as it is where it says so itself. */
  public static Decision completed(Decision decision) {
    return decision.record() == null ? decision.with(guess(decision)) : decision;
  }

  private static OnRecord guess(Decision decision) {
    Claim claim = decision.claim();
    String own = ReferralId.derive("event|" + claim.claimId());
    return new OnRecord(
        own.equals(decision.eventId()) ? claim.claimId() : Repeats.conflictKey(claim),
        Verdicts.of(decision, httpStatus(decision)),
        false,
        reason(decision),
        decision.accepted()
            ? IdentityKey.of(claim).stream().map(key -> key.kind().word()).toList()
            : List.of(),
        claim.kind() == ClaimKind.REVOCATION ? revoked(decision) : List.of());
  }

  private static String reason(Decision decision) {
    Claim claim = decision.claim();
    return switch (claim.kind()) {
      case REPORT -> claim.report().statusReason();
      case WITHDRAWN, UNDELIVERABLE, DISCARD, CONSENT_REVOKED ->
          ConsentEnd.of(claim.reason())
              .map(end -> end.sentence(decision.tid() != null))
              .orElseGet(() -> HubReasons.sentence(decision.delivery(), claim.reason()));
      case SUBMISSION, ROUTED, DELIVERED, ATTEMPT, REPLAY, REVOCATION -> null;
    };
  }

  private static int httpStatus(Decision decision) {
    if (decision.accepted()) {
      return 200;
    }
    return decision.findings().stream().map(Finding::ruleId).anyMatch(CONFLICTS::contains)
        ? 409
        : 422;
  }

  private static List<String> revoked(Decision decision) {
    return decision.findings().stream()
        .map(Finding::text)
        .flatMap(text -> TASK.matcher(text).results())
        .map(found -> found.group(1))
        .toList();
  }
}
