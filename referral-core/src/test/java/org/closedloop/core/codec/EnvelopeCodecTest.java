package org.closedloop.core.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.claim.Verdict;
import org.junit.jupiter.api.Test;

class EnvelopeCodecTest {

  @Property(tries = 300)
  void shouldOpenWhatItSealed(@ForAll byte[] facts, @ForAll byte[] payload) {
    Envelope opened = EnvelopeCodec.open(EnvelopeCodec.seal(new Envelope(facts, payload)));
    assertThat(opened.facts()).isEqualTo(facts);
    assertThat(opened.payload()).isEqualTo(payload);
  }

  /** Foreign bytes are refused as a value the caller can park, never by some other failure. */
  @Property(tries = 500)
  void shouldRefuseForeignBytes(@ForAll byte[] bytes) {
    assertThatThrownBy(() -> EnvelopeCodec.open(bytes)).isInstanceOf(CodecException.class);
  }

  @Test
  void shouldCarryAClaimUnchanged() {
    Claim claim =
        Claim.ofHub(ClaimKind.DELIVERED, "r", null, null, Instant.parse("2026-01-01T00:00:00Z"));
    byte[] sealed = EnvelopeCodec.seal(Envelope.of(claim, null));
    assertThat(EnvelopeCodec.open(sealed).facts(Claim.class)).isEqualTo(claim);
  }

  @Test
  void shouldRefuseFactsThatHoldNothing() {
    for (String nothing : List.of("", "null", "{}", "{\"accepted\":true}", "[]", "7")) {
      Envelope envelope = new Envelope(nothing.getBytes(StandardCharsets.UTF_8), null);
      for (Class<?> type : List.of(Claim.class, Decision.class, Verdict.class)) {
        assertThatThrownBy(() -> envelope.facts(type)).isInstanceOf(CodecException.class);
      }
    }
  }

  @Test
  void shouldNotQuoteWhatItCannotRead() {
    byte[] secret = "{\"name\":\"canary\"".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> RecordJson.read(secret, Claim.class))
        .isInstanceOf(CodecException.class)
        .hasMessageNotContaining("canary")
        .hasNoCause();
  }
}
