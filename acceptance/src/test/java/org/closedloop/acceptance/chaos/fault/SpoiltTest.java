package org.closedloop.acceptance.chaos.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.claim.Verdict;
import org.closedloop.core.codec.CodecException;
import org.closedloop.core.codec.EnvelopeCodec;
import org.junit.jupiter.api.Test;

/** None of it is what it stands for, and every reader of the hub says so in the same way. */
class SpoiltTest {

  private final Spoilt spoilt = new Spoilt(new Random(1));

  @Test
  void shouldBeOfNoUseToAnyReader() {
    List<byte[]> all = spoilt.envelopes();
    assertThat(all).hasSize(6);
    for (byte[] one : all) {
      for (Class<?> type : List.of(Claim.class, Decision.class, Verdict.class)) {
        assertThatThrownBy(() -> EnvelopeCodec.open(one).facts(type))
            .isInstanceOf(CodecException.class);
      }
    }
  }

  @Test
  void shouldSpoilInDifferentWays() {
    assertThat(spoilt.envelopes()).doesNotHaveDuplicates();
    assertThat(spoilt.messages()).doesNotHaveDuplicates();
  }
}
