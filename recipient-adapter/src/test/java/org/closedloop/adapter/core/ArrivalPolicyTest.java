package org.closedloop.adapter.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArrivalPolicyTest {

  private static final long PACKAGE = 1;
  private static final long CANCELLATION = 4;

  @Test
  void shouldEnqueueAPackage() {
    assertThat(ArrivalPolicy.decide(PACKAGE, true, List.of(), true))
        .isEqualTo(new Arrival.Enqueue());
  }

  @ParameterizedTest
  @EnumSource(DeliveryState.class)
  void shouldChangeNothingForWhatCameBefore(DeliveryState state) {
    assertThat(ArrivalPolicy.decide(PACKAGE, true, List.of(aPackage(state, false)), true))
        .isEqualTo(new Arrival.Known());
  }

  @Test
  void shouldChangeNothingForWhatIsNotNewer() {
    Queued newer = new Queued(CANCELLATION, false, DeliveryState.WAITING, false);

    assertThat(ArrivalPolicy.decide(3, false, List.of(newer), true)).isEqualTo(new Arrival.Known());
  }

  @Test
  void shouldParkWhatHasNoProgram() {
    assertThat(ArrivalPolicy.decide(PACKAGE, true, List.of(), false))
        .isEqualTo(new Arrival.Undeliverable("program-unknown"));
  }

  @ParameterizedTest
  @EnumSource(
      value = DeliveryState.class,
      names = {"WAITING", "PARKED"})
  void shouldWithdrawAPackageTheProgramDoesNotHave(DeliveryState state) {
    assertThat(cancel(aPackage(state, false))).isEqualTo(new Arrival.Withdraw());
  }

  @ParameterizedTest
  @EnumSource(
      value = DeliveryState.class,
      names = {"LEASED", "DELIVERED"})
  void shouldSendACancellationAfterAPackageThatIsOnItsWayOrThere(DeliveryState state) {
    assertThat(cancel(aPackage(state, false))).isEqualTo(new Arrival.Enqueue());
  }

  @Test
  void shouldSendACancellationAfterAPackageThatMayHaveArrived() {
    assertThat(cancel(aPackage(DeliveryState.WAITING, true))).isEqualTo(new Arrival.Enqueue());
  }

  @Test
  void shouldNotSendAnythingAfterAWithdrawnPackage() {
    assertThat(cancel(aPackage(DeliveryState.WITHDRAWN, false))).isEqualTo(new Arrival.Suppress());
  }

  @Test
  void shouldSendACancellationWhosePackageWasNeverSeen() {
    assertThat(ArrivalPolicy.decide(CANCELLATION, false, List.of(), true))
        .isEqualTo(new Arrival.Enqueue());
  }

  private static Arrival cancel(Queued aPackage) {
    return ArrivalPolicy.decide(CANCELLATION, false, List.of(aPackage), true);
  }

  private static Queued aPackage(DeliveryState state, boolean maybeArrived) {
    return new Queued(PACKAGE, true, state, maybeArrived);
  }
}
