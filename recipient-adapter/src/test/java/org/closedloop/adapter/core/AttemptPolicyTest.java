package org.closedloop.adapter.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AttemptPolicyTest {

  private static final Queued PACKAGE = new Queued(1, true, DeliveryState.LEASED, false);
  private static final Queued UPDATE = new Queued(4, false, DeliveryState.LEASED, false);
  private static final AttemptResult UNREACHABLE = new AttemptResult.NotTaken("unreachable", false);
  private static final AttemptResult NO_ANSWER = new AttemptResult.NotTaken("no-answer", true);
  private static final AttemptResult REFUSED = new AttemptResult.Refused("http-400");

  @Test
  void shouldBeDeliveredWhenHandedOverWhateverWaitsBehind() {
    assertThat(AttemptPolicy.decide(PACKAGE, new AttemptResult.HandedOver(), true))
        .isEqualTo(new AfterAttempt.Delivered());
  }

  @Test
  void shouldTryAgainAndRememberThatItMayHaveArrived() {
    Queued brokenOffBefore = new Queued(1, true, DeliveryState.LEASED, true);

    assertThat(AttemptPolicy.decide(PACKAGE, UNREACHABLE, false))
        .isEqualTo(new AfterAttempt.TryAgain("unreachable", false));
    assertThat(AttemptPolicy.decide(PACKAGE, NO_ANSWER, false))
        .isEqualTo(new AfterAttempt.TryAgain("no-answer", true));
    assertThat(AttemptPolicy.decide(brokenOffBefore, UNREACHABLE, false))
        .isEqualTo(new AfterAttempt.TryAgain("unreachable", true));
  }

  @Test
  void shouldParkWhatIsRefused() {
    assertThat(AttemptPolicy.decide(PACKAGE, REFUSED, false))
        .isEqualTo(new AfterAttempt.Park("http-400"));
  }

  @Test
  void shouldWithdrawAPackageThatWasNotTakenAndHasBeenCancelledMeanwhile() {
    assertThat(AttemptPolicy.decide(PACKAGE, UNREACHABLE, true))
        .isEqualTo(new AfterAttempt.Withdraw("unreachable"));
    assertThat(AttemptPolicy.decide(PACKAGE, REFUSED, true))
        .isEqualTo(new AfterAttempt.Withdraw("http-400"));
  }

  @Test
  void shouldNotWithdrawWhatMayHaveArrived() {
    assertThat(AttemptPolicy.decide(PACKAGE, NO_ANSWER, true))
        .isEqualTo(new AfterAttempt.TryAgain("no-answer", true));
  }

  @Test
  void shouldNeverWithdrawAnUpdate() {
    assertThat(AttemptPolicy.decide(UPDATE, UNREACHABLE, true))
        .isEqualTo(new AfterAttempt.TryAgain("unreachable", false));
    assertThat(AttemptPolicy.decide(UPDATE, REFUSED, true))
        .isEqualTo(new AfterAttempt.Park("http-400"));
  }
}
