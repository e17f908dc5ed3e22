package org.closedloop.feedback.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.claim.Report;
import org.closedloop.core.state.Actor;
import org.closedloop.core.state.Trigger;
import org.junit.jupiter.api.Test;

/** Whose reports are taken, and what stays of those that are not. */
class ReportsTest {

  private static final Report ACCEPTED = new Report("accepted", "3.0", "because of knees", false);
  private static final Report COMPLETED = new Report("completed", "7.0", null, true);

  private final Shelf shelf = new Shelf();
  private final Spoken referral = Spoken.ofTask("T-1");

  @Test
  void shouldRefuseReportOfUnknownReferralOutsideAnyHistory() {
    Ruling ruling = shelf.message(referral.reply("reply", ACCEPTED));

    assertRefused(ruling, "referral-unknown");
    assertThat(((Ruling.Decided) ruling).after()).isNull();
    assertThat(ruling.verdict().sequence()).isZero();
    assertThat(ruling.verdict().status()).isNull();
  }

  @Test
  void shouldHideReferralFromOtherInitiator() {
    shelf.message(referral.submission("submission"));
    Claim foreign =
        referral.report(
            "foreign",
            Actor.INITIATOR,
            "other-hospital",
            Spoken.identity("foreign"),
            new Report("in-progress", "5.2", null, false));

    assertRefused(shelf.message(foreign), "referral-unknown");
    assertThat(shelf.referral(referral.id()).sequence()).isEqualTo(1);
  }

  @Test
  void shouldRefuseOtherProgramVisibly() {
    shelf.message(referral.submission("submission"));
    Claim foreign =
        referral.report(
            "foreign", Actor.RECIPIENT, "other-program", Spoken.identity("foreign"), ACCEPTED);

    assertRefused(shelf.message(foreign), "recipient-not-owner");
    assertThat(shelf.referral(referral.id()).sequence()).isEqualTo(2);
  }

  @Test
  void shouldKeepTriggerButNoContentOfRefusal() {
    shelf.message(referral.submission("submission"));

    Ruling.Decided ruling =
        (Ruling.Decided)
            shelf.message(referral.reply("early", new Report("completed", "7.0", "canary", true)));

    Decision decision = ruling.decision();
    assertThat(decision.trigger()).isEqualTo(Trigger.SEND_REFERRAL_OUTCOME);
    assertThat(decision.from()).isEqualTo(decision.to());
    assertThat(decision.messageId()).isNull();
    assertThat(decision.claim().report().statusReason()).isNull();
    assertThat(decision.toString()).doesNotContain("canary");
  }

  @Test
  void shouldRefusePairTheTableDoesNotKnow() {
    shelf.message(referral.submission("submission"));

    assertRefused(
        shelf.message(referral.reply("odd", new Report("accepted", "7.0", null, false))),
        "state-status-pair");
  }

  @Test
  void shouldRefuseOutcomeByBareTask() {
    shelf.message(referral.submission("submission"));
    shelf.message(referral.reply("accept", ACCEPTED));

    assertRefused(shelf.bare(referral.reply("task", COMPLETED)), "outcome-needs-document");
    assertThat(shelf.document(referral.reply("message", COMPLETED)).verdict().tid())
        .isEqualTo("09");
  }

  @Test
  void shouldKeepReasonDocumentAndTimes() {
    shelf.message(referral.submission("submission"));
    shelf.message(referral.reply("accept", ACCEPTED));
    assertThat(shelf.referral(referral.id()).statusReason()).isEqualTo("because of knees");

    Ruling.Decided outcome = (Ruling.Decided) shelf.document(referral.reply("message", COMPLETED));

    Referral closed = shelf.referral(referral.id());
    assertThat(closed.feedbackBundleId()).isNotNull();
    assertThat(outcome.decision().feedbackBundleId()).isEqualTo(closed.feedbackBundleId());
    assertThat(outcome.decision().messageId()).isEqualTo("message-message");
    assertThat(closed.statusReason()).isNull();
    assertThat(closed.times().acceptedAt()).isEqualTo(Spoken.SAID_AT);
    assertThat(closed.times().respondedAt()).isEqualTo(Spoken.SAID_AT);
    assertThat(closed.times().recordedAt()).isBefore(closed.times().closedAt());
  }

  private static void assertRefused(Ruling ruling, String rule) {
    assertThat(ruling.verdict().accepted()).isFalse();
    assertThat(ruling.verdict().httpStatus()).isEqualTo(422);
    assertThat(ruling.verdict().findings().get(0).ruleId()).isEqualTo(rule);
  }
}
