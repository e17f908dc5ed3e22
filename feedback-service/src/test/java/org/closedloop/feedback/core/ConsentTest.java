package org.closedloop.feedback.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.claim.ConsentTerms;
import org.closedloop.core.claim.Delivery;
import org.closedloop.core.directory.Directory;
import org.closedloop.core.state.Actor;
import org.closedloop.core.state.BusinessStatus;
import org.closedloop.core.state.ReferralState;
import org.closedloop.core.state.TaskStatus;
import org.closedloop.core.state.Transition;
import org.closedloop.core.state.TransitionTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the end of a consent does in every state (design section 4.4). */
class ConsentTest {

  private static final Instant REVOKED_AT = Instant.parse("2026-03-02T07:00:00Z");

  private final Shelf shelf = new Shelf();
  private final Spoken referral = Spoken.ofTask("T-1");

  static Stream<ReferralState> openStates() {
    return TransitionTable.ROWS.stream()
        .map(Transition::to)
        .distinct()
        .filter(state -> !state.terminal());
  }

  @ParameterizedTest
  @MethodSource("openStates")
  void shouldStandInForTheProgramUntilItHasThePackage(ReferralState state) {
    reach(state);

    Ruling.Decided ruling = revoked();

    assertThat(Optional.ofNullable(ruling.decision().tid()))
        .isEqualTo(
            state.businessStatus() == BusinessStatus.CANCELLATION_REQUESTED
                ? Optional.of("23")
                : decline(state));
    assertTold(ruling, state);
  }

  @ParameterizedTest
  @MethodSource("openStates")
  void shouldDeclineForTheProgramOrReportOnceItHasThePackage(ReferralState state) {
    reach(state);
    shelf.bare(referral.part(ClaimKind.DELIVERED, null));

    Ruling.Decided ruling = revoked();

    assertThat(Optional.ofNullable(ruling.decision().tid()))
        .isEqualTo(decline(state).filter(tid -> !tid.equals("03")));
    assertTold(ruling, state);
    assertThat(now().delivery()).isEqualTo(Delivery.DELIVERED);
  }

  private void assertTold(Ruling.Decided ruling, ReferralState before) {
    boolean ended = ruling.decision().tid() != null;
    assertThat(ruling.decision().accepted()).isTrue();
    assertThat(ruling.decision().actor()).isEqualTo(Actor.HUB);
    assertThat(ruling.tells()).isTrue();
    assertThat(now().state().terminal()).isEqualTo(ended);
    assertThat(now().state().equals(before)).isEqualTo(!ended);
    assertThat(now().statusReason())
        .startsWith("The patient revoked the consent")
        .contains(ended ? "ended" : "asked to stop");
  }

  @ParameterizedTest
  @ValueSource(strings = {"09", "03", "23"})
  void shouldChangeNothingOfAClosedReferral(String tid) {
    reach(
        TransitionTable.ROWS.stream()
            .filter(row -> row.tid().equals(tid))
            .findFirst()
            .orElseThrow()
            .to());
    ReferralState before = now().state();

    Ruling.Decided ruling = revoked();

    assertThat(ruling.decision().accepted()).isFalse();
    assertThat(ruling.verdict().findings().get(0).ruleId()).isEqualTo("state-transition");
    assertThat(now().state()).isEqualTo(before);
  }

  @Test
  void shouldTakeTheAdaptersWordThatItWithdrewWhatTheHubEnded() {
    open();
    revoked();

    Ruling.Decided ruling = withdrawn(null);

    assertThat(ruling.decision().accepted()).isTrue();
    assertThat(ruling.decision().tid()).isNull();
    assertThat(ruling.tells()).isFalse();
    assertThat(now().delivery()).isEqualTo(Delivery.WITHDRAWN);
    assertThat(now().statusReason()).startsWith("The patient revoked");
  }

  @Test
  void shouldDeclineWhatExpiredBeforeDelivery() {
    open();

    Ruling.Decided ruling = withdrawn("consent-expired");

    assertThat(ruling.decision().tid()).isEqualTo("03");
    assertThat(ruling.decision().actor()).isEqualTo(Actor.HUB);
    assertThat(now().statusReason()).contains("expired before delivery").contains("ended");
    assertThat(now().delivery()).isEqualTo(Delivery.WITHDRAWN);
  }

  @Test
  void shouldOnlyReportExpiryOnceTheProgramHasAnswered() {
    reach(new ReferralState(TaskStatus.ACCEPTED, BusinessStatus.ACCEPTED));

    Ruling.Decided ruling = withdrawn("consent-expired");

    assertThat(ruling.decision().tid()).isNull();
    assertThat(ruling.tells()).isTrue();
    assertThat(now().state()).hasToString("accepted/3.0");
    assertThat(now().delivery()).isEqualTo(Delivery.DELIVERED);
  }

  @Test
  void shouldRecordARevocationAndNameWhatItConcerns() {
    open();

    Ruling.Decided ruling = (Ruling.Decided) revoke("revoke", REVOKED_AT);

    assertThat(ruling.verdict().httpStatus()).isEqualTo(200);
    assertThat(ruling.verdict().sequence()).isZero();
    assertThat(ruling.verdict().findings().get(0).text()).contains("Task/" + referral.id());
    assertThat(ruling.after()).isNull();
    assertThat(ruling.tells()).isFalse();
    assertThat(FeedbackWay.of(ruling, Directory.of(List.of())))
        .isInstanceOf(FeedbackWay.None.class);
  }

  @Test
  void shouldRefuseARevocationForAPatientItDoesNotKnow() {
    Ruling ruling = revoke("revoke", REVOKED_AT);

    assertThat(ruling.verdict().httpStatus()).isEqualTo(422);
    assertThat(ruling.verdict().findings().get(0).ruleId()).isEqualTo("consent-patient-known");
  }

  @Test
  void shouldAnswerTheSameRevocationAlikeAndOtherContentUnderItsIdWith409() {
    open();
    Ruling first = revoke("revoke", REVOKED_AT);

    Ruling again = revoke("revoke", REVOKED_AT);
    Ruling other =
        shelf.bare(
            referral.revocation(
                ((Ruling.Decided) first).claimKey(), Spoken.identity("other"), REVOKED_AT));

    assertThat(again).isInstanceOf(Ruling.Repeated.class);
    assertThat(again.verdict()).isEqualTo(first.verdict());
    assertThat(other.verdict().httpStatus()).isEqualTo(409);
  }

  @ParameterizedTest
  @CsvSource({"-1, 422", "0, 422", "1, 200"})
  void shouldTakeANewReferralOnlyWithAConsentGivenSince(int later, int status) {
    open();
    revoke("revoke", REVOKED_AT);
    Spoken next = Spoken.ofService("SR-2");

    ConsentTerms terms = new ConsentTerms(REVOKED_AT.plusSeconds(later), null);
    Ruling ruling = shelf.message(next.submission("next", terms));

    assertThat(ruling.verdict().httpStatus()).isEqualTo(status);
    if (status == 422) {
      assertThat(ruling.verdict().findings().get(0).ruleId()).isEqualTo("consent-revoked");
    }
  }

  @Test
  void shouldRefuseANewReferralWithoutConsentAfterARevocation() {
    open();
    revoke("revoke", REVOKED_AT);

    assertThat(shelf.message(Spoken.ofService("SR-2").submission("next")).verdict().httpStatus())
        .isEqualTo(422);
  }

  private void open() {
    shelf.message(referral.submission("submission"));
  }

  /** Walks along the table, breadth first, to a state. */
  private void reach(ReferralState state) {
    for (Transition row : Walk.to(state)) {
      Claim claim =
          row.tid().equals("01")
              ? referral.submission("submission")
              : referral.row("row-" + row.tid(), row);
      assertThat(shelf.document(claim).verdict().accepted()).isTrue();
    }
  }

  private Ruling revoke(String name, Instant at) {
    return shelf.bare(referral.revocation(name, Spoken.identity(name), at));
  }

  private Ruling.Decided revoked() {
    Claim revocation = referral.revocation("revoke", Spoken.identity("revoke"), REVOKED_AT);
    return (Ruling.Decided) shelf.bare(Claim.consentRevoked(revocation, referral.id()));
  }

  private Ruling.Decided withdrawn(String reason) {
    return (Ruling.Decided) shelf.bare(referral.part(ClaimKind.WITHDRAWN, reason));
  }

  private Referral now() {
    return shelf.referral(referral.id());
  }

  private static Optional<String> decline(ReferralState state) {
    return TransitionTable.ROWS.stream()
        .filter(row -> row.from().equals(state))
        .filter(row -> row.trigger().word().equals("send-decline"))
        .map(Transition::tid)
        .findFirst();
  }
}
