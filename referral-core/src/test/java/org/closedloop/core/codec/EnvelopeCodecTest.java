package org.closedloop.core.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.claim.Verdict;
import org.junit.jupiter.api.Test;

class EnvelopeCodecTest {

  /** Of a payload that is compressed, behind one byte of facts. */
  private static final int LENGTH_AT = 13;

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
  void shouldMakeALargePayloadSmallerAndTellItsLength() {
    byte[] facts = {1, 2, 3};
    byte[] payload = "{\"resourceType\":\"Patient\"}".repeat(400).getBytes(StandardCharsets.UTF_8);
    byte[] sealed = EnvelopeCodec.seal(new Envelope(facts, payload));
    assertThat(sealed.length).isLessThan(payload.length / 10);
    assertThat(EnvelopeCodec.openedLength(sealed)).isBetween(payload.length, payload.length + 500);
    assertThat(EnvelopeCodec.open(sealed).payload()).isEqualTo(payload);
    assertThat(EnvelopeCodec.open(sealed).facts()).isEqualTo(facts);
    assertThat(EnvelopeCodec.factsOf(sealed)).isEqualTo(facts);
  }

  @Test
  void shouldReadWhatTheVersionBeforeWrote() {
    byte[] before = {'C', 'L', 1, 4, 'n', 'o', 'n', 'e', 0, 0, 0, 1, 'f', 'p', 'q'};
    assertThat(EnvelopeCodec.open(before).facts()).containsExactly('f');
    assertThat(EnvelopeCodec.open(before).payload()).containsExactly('p', 'q');
    assertThat(EnvelopeCodec.openedLength(before)).isEqualTo(before.length);
  }

  @Test
  void shouldRefuseASpoiltPayloadWhereverItIsSpoilt() {
    byte[] payload = new byte[5000];
    for (int i = 0; i < payload.length; i++) {
      payload[i] = (byte) (i / 7 * i % 31);
    }
    byte[] sealed = EnvelopeCodec.seal(new Envelope(new byte[] {'f'}, payload));
    assertThat(sealed.length).isLessThan(payload.length);
    for (int cut = 1; cut < sealed.length; cut += 13) {
      byte[] part = Arrays.copyOf(sealed, sealed.length - cut);
      assertThatThrownBy(() -> EnvelopeCodec.open(part)).isInstanceOf(CodecException.class);
      assertThat(EnvelopeCodec.openedLength(part)).isNotNegative();
    }
    for (byte wrong : new byte[] {0, -1, 127}) {
      byte[] other = sealed.clone();
      other[LENGTH_AT + 2] = wrong;
      assertThatThrownBy(() -> EnvelopeCodec.open(other)).isInstanceOf(CodecException.class);
    }
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
