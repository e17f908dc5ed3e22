package org.closedloop.feedback.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.claim.Identity;
import org.closedloop.core.claim.Report;
import org.closedloop.core.claim.Verdict;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.state.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same again, and other content under the same identity. */
class RepeatsTest {

  private static final Report ACCEPTED = new Report("accepted", "3.0", null, false);

  private final Shelf shelf = new Shelf();
  private final Spoken referral = Spoken.ofTask("T-1");
  private Verdict first;

  @BeforeEach
  void aReferralOnRecord() {
    first = shelf.message(referral.submission("first")).verdict();
  }

  @Test
  void shouldAnswerSameClaimAgainWithoutNewEvent() {
    Ruling again = shelf.message(referral.submission("first"));

    assertThat(again).isEqualTo(new Ruling.Repeated(first, null));
    assertThat(shelf.referral(referral.id()).sequence()).isEqualTo(1);
  }

  @Test
  void shouldAnswerSameMessageUnderNewClaimId() {
    Ruling again = shelf.message(referral.submission("other-request", Spoken.identity("first")));

    assertRemembered(again, first.forClaim("other-request"));
    assertThat(again.verdict().firstClaimId()).isEqualTo("first");
  }

  @Test
  void shouldAnswerSameReferralUnderNewMessageIds() {
    Identity identity = new Identity("message-2", "urn:test|bundle-2", "content-first");

    Ruling again = shelf.message(referral.submission("second", identity));

    assertRemembered(again, first.forClaim("second"), "message", "bundle");
  }

  @Test
  void shouldRefuseOtherContentUnderSameClaimIdOnceAndForGood() {
    Claim other = referral.submission("first", new Identity("m", "b", "other-content"));

    Ruling refused = shelf.message(other);
    Ruling again = shelf.message(other);
    Ruling original = shelf.message(referral.submission("first"));

    assertConflict(refused, "");
    assertThat(again).isEqualTo(new Ruling.Repeated(refused.verdict(), null));
    assertThat(original.verdict()).isEqualTo(first);
    assertThat(shelf.referral(referral.id()).sequence()).isEqualTo(2);
  }

  @Test
  void shouldRefuseOtherContentUnderSameMessageId() {
    Identity identity = new Identity("message-first", "urn:test|bundle-2", "other-content");

    Ruling refused = shelf.message(referral.submission("second", identity));

    assertConflict(refused, "Bundle.entry[0].resource.id");
  }

  @Test
  void shouldRefuseOtherContentUnderSameBundleIdentifier() {
    Identity identity = new Identity("message-2", "urn:test|bundle-first", "other-content");

    assertConflict(shelf.message(referral.submission("second", identity)), "Bundle.identifier");
  }

  @Test
  void shouldRefuseOtherContentUnderSamePlacer() {
    Ruling refused = shelf.message(referral.submission("second"));

    assertConflict(refused, "ServiceRequest.identifier");
    assertThat(((Ruling.Decided) refused).decision().sequence()).isEqualTo(2);
  }

  @Test
  void shouldKeepIdentitiesOfPartiesApart() {
    Claim reply =
        referral.report(
            "reply",
            Actor.RECIPIENT,
            Spoken.PROGRAM,
            new Identity("message-first", "urn:test|bundle-first", "content-reply"),
            ACCEPTED);

    assertThat(shelf.message(reply).verdict().accepted()).isTrue();
  }

  @Test
  void shouldJudgeRefusedMessageAnewUnderNewClaimId() {
    Claim early = referral.reply("early", new Report("completed", "7.0", null, true));
    shelf.document(early);
    shelf.message(referral.reply("accept", ACCEPTED));

    Ruling same = shelf.document(early);
    Ruling anew =
        shelf.document(
            referral.report(
                "later", Actor.RECIPIENT, Spoken.PROGRAM, early.identity(), early.report()));

    assertThat(same.verdict().httpStatus()).isEqualTo(422);
    assertThat(anew.verdict().tid()).isEqualTo("09");
  }

  @Test
  void shouldRefuseSecondOpenReferralOfServiceRequest() {
    Spoken second = Spoken.ofTask("T-2");

    Ruling refused = shelf.message(second.submission("second"));

    assertThat(refused.verdict().httpStatus()).isEqualTo(409);
    assertThat(refused.verdict().findings())
        .extracting(Finding::ruleId)
        .containsExactly("referral-open");
    assertThat(shelf.referral(second.id())).isNull();
  }

  @Test
  void shouldOpenNewReferralOfServiceRequestAfterDecline() {
    shelf.message(referral.reply("decline", new Report("rejected", "4.0", null, false)));

    Ruling ruling = shelf.message(Spoken.ofTask("T-2").submission("second"));

    assertThat(ruling.verdict().tid()).isEqualTo("01");
  }

  private static void assertRemembered(Ruling again, Verdict verdict, String... identities) {
    Decision decision = ((Ruling.Repeated) again).decision();
    assertThat(again.verdict()).isEqualTo(verdict);
    assertThat(decision.accepted()).isFalse();
    assertThat(decision.sequence()).isZero();
    assertThat(decision.record().repeats()).isTrue();
    assertThat(decision.record().verdict()).isEqualTo(verdict);
    assertThat(decision.record().identities()).containsExactly(identities);
  }

  private static void assertConflict(Ruling ruling, String expression) {
    assertThat(ruling.verdict().httpStatus()).isEqualTo(409);
    assertThat(ruling.verdict().accepted()).isFalse();
    assertThat(ruling.verdict().findings()).hasSize(1);
    assertThat(ruling.verdict().findings().get(0).ruleId()).isEqualTo("identity-conflict");
    assertThat(ruling.verdict().findings().get(0).expression()).isEqualTo(expression);
  }
}
