package org.closedloop.kit.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
import org.closedloop.core.identity.ReferralId;
import org.junit.jupiter.api.Test;

class ShareTest {

  private static final int MANY = 10_000;

  @Test
  void shouldKeepTheShareOfReferralsItIsTold() {
    assertThat(kept(new Share(1))).isEqualTo(MANY);
    assertThat(kept(new Share(0))).isZero();
    assertThat(kept(new Share(0.1))).isBetween(800L, 1200L);
  }

  @Test
  void shouldReadWhatItWrites() {
    String referral = UUID.nameUUIDFromBytes(new byte[] {1}).toString();
    assertThat(TraceIds.read(TraceIds.traceparent(referral, "event")))
        .contains(new TraceIds.Place(referral.replace("-", ""), TraceIds.span("event")));
    assertThat(TraceIds.read("00-not-one")).isEmpty();
    assertThat(TraceIds.read(null)).isEmpty();
    assertThat(TraceIds.traceparent("no referral", "event")).isEmpty();
  }

  private static long kept(Share share) {
    return IntStream.range(0, MANY)
        .mapToObj(i -> ReferralId.derive("case " + i))
        .map(id -> TraceIds.trace(id).orElseThrow())
        .filter(share::keeps)
        .count();
  }
}
