package org.closedloop.feedback.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.closedloop.core.claim.Attempt;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.claim.Identity;
import org.closedloop.core.claim.Report;
import org.junit.jupiter.api.Test;

/** What entries did not say once is told from the rest: the same as they say now. */
class OlderEntriesTest {

  private static final Report ACCEPTED = new Report("accepted", "3.0", "seen by nurse", false);
  private static final Report CANCEL = new Report("in-progress", "5.2", null, false);

  private final Shelf shelf = new Shelf();
  private final Spoken referral = Spoken.ofTask("T-1");

  @Test
  void shouldTellWhatGoesOnRecord() {
    Instant now = Instant.parse("2026-03-02T09:00:00Z");
    Attempt parked = new Attempt(1, 1, "http-422", true, null);
    Identity other = new Identity("m", "b", "other-content");
    assertTold(shelf.message(referral.reply("too-early", ACCEPTED)));
    assertTold(shelf.message(referral.submission("first")));
    assertTold(shelf.message(referral.submission("first", other)));
    assertTold(shelf.message(Spoken.ofTask("T-2").submission("second")));
    assertTold(shelf.bare(referral.part(ClaimKind.ROUTED, null)));
    assertTold(shelf.bare(Claim.attempt(referral.id(), parked, now)));
    assertTold(shelf.bare(referral.part(ClaimKind.REPLAY, null)));
    assertTold(shelf.message(referral.request("cancel", CANCEL)));
    assertTold(shelf.bare(referral.part(ClaimKind.WITHDRAWN, null)));
  }

  @Test
  void shouldTellTheHubsOwnReasons() {
    shelf.message(referral.submission("first"));

    assertTold(shelf.bare(referral.part(ClaimKind.UNDELIVERABLE, "program-closed")));
  }

  @Test
  void shouldTellWhatARevocationConcerned() {
    shelf.message(referral.submission("first"));
    Claim revocation =
        referral.revocation(
            "revoke", Spoken.identity("revoke"), Instant.parse("2026-03-05T00:00:00Z"));

    Decision decision = assertTold(shelf.bare(revocation));
    assertTold(shelf.bare(Claim.consentRevoked(revocation, referral.id())));

    assertThat(decision.record().revoked()).isEqualTo(List.of(referral.id()));
  }

  private static Decision assertTold(Ruling ruling) {
    Decision decision = ((Ruling.Decided) ruling).decision();
    assertThat(OlderEntries.completed(decision.with(null))).isEqualTo(decision);
    assertThat(OlderEntries.completed(decision)).isSameAs(decision);
    return decision;
  }
}
