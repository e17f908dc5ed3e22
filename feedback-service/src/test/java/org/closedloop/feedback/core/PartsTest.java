package org.closedloop.feedback.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.claim.Delivery;
import org.closedloop.core.claim.Report;
import org.closedloop.core.state.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What router and adapter say, and where the hub stands in for the recipient. */
class PartsTest {

  private static final Report ACCEPTED = new Report("accepted", "3.0", null, false);
  private static final Report DECLINED = new Report("rejected", "4.0", null, false);
  private static final Report CANCEL = new Report("in-progress", "5.2", null, false);

  private final Shelf shelf = new Shelf();
  private final Spoken referral = Spoken.ofTask("T-1");

  @BeforeEach
  void aReferralOnRecord() {
    shelf.message(referral.submission("submission"));
  }

  @Test
  void shouldNoteRoutedAndDelivered() {
    Ruling routed = say(ClaimKind.ROUTED, null);
    Ruling delivered = say(ClaimKind.DELIVERED, null);

    assertThat(routed.verdict().tid()).isNull();
    assertThat(delivered.verdict().accepted()).isTrue();
    assertThat(now().delivery()).isEqualTo(Delivery.DELIVERED);
    assertThat(now().state()).hasToString("received/2.0");
    assertThat(now().times().routedAt()).isNotNull();
    assertThat(now().times().deliveredAt()).isNotNull();
    assertThat(now().sequence()).isEqualTo(3);
  }

  @Test
  void shouldNotFallBackWhenRouterSpeaksLast() {
    say(ClaimKind.DELIVERED, null);
    say(ClaimKind.ROUTED, null);

    assertThat(now().delivery()).isEqualTo(Delivery.DELIVERED);
  }

  @Test
  void shouldTakeSameWordOfPartOnce() {
    say(ClaimKind.ROUTED, null);

    assertThat(say(ClaimKind.ROUTED, null)).isInstanceOf(Ruling.Repeated.class);
    assertThat(now().sequence()).isEqualTo(2);
  }

  @Test
  void shouldConfirmCancellationOfWithdrawnReferral() {
    shelf.message(referral.request("cancel", CANCEL));

    Ruling.Decided ruling = decided(ClaimKind.WITHDRAWN, "withdrawn-before-delivery");

    assertThat(ruling.decision().tid()).isEqualTo("23");
    assertThat(ruling.decision().actor()).isEqualTo(Actor.HUB);
    assertThat(ruling.decision().messageId()).isNotNull();
    assertThat(now().delivery()).isEqualTo(Delivery.WITHDRAWN);
    assertThat(now().statusReason()).contains("before delivery");
    assertThat(now().times().respondedAt()).isNull();
  }

  @Test
  void shouldRefuseWithdrawalWithoutCancellationRequest() {
    Ruling.Decided ruling = decided(ClaimKind.WITHDRAWN, null);

    assertThat(ruling.decision().accepted()).isFalse();
    assertThat(now().sequence()).isEqualTo(2);
    assertThat(now().delivery()).isEqualTo(Delivery.RECORDED);
  }

  @Test
  void shouldNotStandInOnceDelivered() {
    say(ClaimKind.DELIVERED, null);
    shelf.message(referral.request("cancel", CANCEL));

    Ruling.Decided withdrawn = decided(ClaimKind.WITHDRAWN, null);
    Ruling.Decided undeliverable = decided(ClaimKind.UNDELIVERABLE, "http-422");

    assertThat(withdrawn.verdict().findings().get(0).ruleId()).isEqualTo("already-delivered");
    assertThat(undeliverable.decision().accepted()).isTrue();
    assertThat(undeliverable.decision().tid()).isNull();
    assertThat(now().state()).hasToString("in-progress/5.2");
    assertThat(now().delivery()).isEqualTo(Delivery.DELIVERED);
  }

  @Test
  void shouldDeclineUndeliverableReferral() {
    Ruling.Decided ruling = decided(ClaimKind.UNDELIVERABLE, "program-inactive");

    assertThat(ruling.decision().tid()).isEqualTo("03");
    assertThat(ruling.decision().actor()).isEqualTo(Actor.HUB);
    assertThat(now().statusReason())
        .isEqualTo("The hub could not deliver the referral to the program (program inactive).");
    assertThat(now().delivery()).isEqualTo(Delivery.UNDELIVERABLE);
  }

  @Test
  void shouldConfirmCancellationOfUndeliverableReferral() {
    shelf.message(referral.request("cancel", CANCEL));

    assertThat(decided(ClaimKind.UNDELIVERABLE, "free text, <b>never</b>").decision().tid())
        .isEqualTo("23");
    assertThat(now().statusReason())
        .isEqualTo("The hub could not deliver the referral to the program.");
  }

  @Test
  void shouldOnlyNoteUndeliverableAfterTheProgramAnswered() {
    shelf.message(referral.reply("accept", ACCEPTED));

    Ruling.Decided ruling = decided(ClaimKind.UNDELIVERABLE, "http-410");

    assertThat(ruling.decision().tid()).isNull();
    assertThat(ruling.decision().accepted()).isTrue();
    assertThat(now().state()).hasToString("accepted/3.0");
    assertThat(now().delivery()).isEqualTo(Delivery.DELIVERED);
  }

  /** A package may be there although the answer of the broker or of the program was lost. */
  @Test
  void shouldKnowThatAProgramThatAnswersHasThePackage() {
    shelf.message(referral.reply("decline", DECLINED));
    assertThat(now().delivery()).isEqualTo(Delivery.DELIVERED);

    Ruling.Decided withdrawn = decided(ClaimKind.WITHDRAWN, null);

    assertThat(withdrawn.decision().accepted()).isTrue();
    assertThat(now().state()).hasToString("rejected/4.0");
    assertThat(now().delivery()).isEqualTo(Delivery.DELIVERED);
  }

  @Test
  void shouldRefuseWordOfPartOnUnknownReferral() {
    Ruling.Decided ruling =
        (Ruling.Decided) shelf.bare(Spoken.ofTask("T-9").part(ClaimKind.ROUTED, null));

    assertThat(ruling.after()).isNull();
    assertThat(ruling.verdict().httpStatus()).isEqualTo(422);
  }

  private Ruling say(ClaimKind kind, String reason) {
    return shelf.bare(referral.part(kind, reason));
  }

  private Ruling.Decided decided(ClaimKind kind, String reason) {
    return (Ruling.Decided) say(kind, reason);
  }

  private Referral now() {
    return shelf.referral(referral.id());
  }
}
