package org.closedloop.feedback.out;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.codec.EnvelopeCodec;
import org.closedloop.core.codec.RecordJson;
import org.closedloop.feedback.Story;
import org.closedloop.feedback.core.Decider;
import org.closedloop.feedback.core.Known;
import org.closedloop.feedback.core.Ruling;
import org.closedloop.feedback.core.Said;
import org.junit.jupiter.api.Test;

/** An event put together is the event written as one. */
class EventJsonTest {

  private final Story story = Story.fresh();

  @Test
  void shouldBeWhatTheFactsAre() {
    assertSame(Said.of(story.submission(), story.request()), Optional.of(story.request()), "topic");
  }

  @Test
  void shouldBeWhatARefusalWithoutReferralIs() {
    assertSame(Said.of(story.part(ClaimKind.ROUTED, null), new byte[0]), Optional.empty(), null);
  }

  private static void assertSame(Said said, Optional<byte[]> message, String topic) {
    Ruling.Decided decided =
        (Ruling.Decided) Decider.decide(said, Known.nothing(), Instant.EPOCH.plusMillis(1234));
    RecordRows rows = new RecordRows(decided.decision());
    EventFacts facts = rows.facts(decided.after(), topic);

    FreshEvent event = FreshEvent.of(rows, facts, message);

    assertThat(EnvelopeCodec.open(event.event().sealed).facts()).isEqualTo(RecordJson.write(facts));
    assertThat(event.event().facts()).isEqualTo(facts);
  }
}
