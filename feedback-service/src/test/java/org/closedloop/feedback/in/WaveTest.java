package org.closedloop.feedback.in;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.topic.Topics;
import org.closedloop.feedback.Story;
import org.closedloop.kit.kafka.HubRecord;
import org.closedloop.kit.kafka.HubRecords;
import org.junit.jupiter.api.Test;

/** Which claims may share a transaction. */
class WaveTest {

  private static final byte[] NOTHING = {};

  private final List<Wave.Read> records = new ArrayList<>();
  private final Story story = Story.fresh();
  private final Story other = Story.fresh();

  @Test
  void shouldTakeDifferentReferralsTogether() {
    add(story.submission(), story.request());
    add(other.submission(), other.request());

    Wave wave = Wave.of(records, Set.of());

    assertThat(offsets(wave.together())).containsExactly(0L, 1L);
    assertThat(wave.alone()).isEmpty();
    assertThat(wave.later()).isEmpty();
  }

  @Test
  void shouldKeepTheOrderOfAReferral() {
    add(story.submission(), story.request());
    add(story.part(ClaimKind.ROUTED, null), NOTHING);
    add(other.submission(), other.request());
    add(story.part(ClaimKind.DELIVERED, null), NOTHING);

    Wave first = Wave.of(records, Set.of());
    Wave second = Wave.of(first.later(), Set.of());

    assertThat(offsets(first.together())).containsExactly(0L, 2L);
    assertThat(offsets(second.together())).containsExactly(1L);
    assertThat(second.later()).extracting(r -> r.record().offset()).containsExactly(3L);
  }

  @Test
  void shouldLetTheSecondOfTwoWithOneIdentitySeeTheFirst() {
    add(story.submission("request-1"), story.request());
    add(story.submission("request-2"), story.request());

    Wave wave = Wave.of(records, Set.of());

    assertThat(offsets(wave.together())).containsExactly(0L);
    assertThat(wave.later()).hasSize(1);
  }

  @Test
  void shouldKeepWhatIsParkedAndWhatFollowsAnUnreadableRecordApart() {
    add(story.submission(), story.request());
    addRubbish(other.id());
    add(other.submission(), other.request());

    Wave wave = Wave.of(records, Set.of(story.id()));

    assertThat(wave.together()).isEmpty();
    assertThat(wave.alone()).extracting(ConsumerRecord::offset).containsExactly(0L, 1L);
    assertThat(wave.later()).extracting(r -> r.record().offset()).containsExactly(2L);
  }

  @Test
  void shouldTakeARecordWithoutKey() {
    addRubbish(null);

    assertThat(Wave.of(records, Set.of()).alone()).hasSize(1);
  }

  @Test
  void shouldLeaveARevocationAlone() {
    add(story.revocation("consent-gone", Instant.EPOCH), NOTHING);

    Wave wave = Wave.of(records, Set.of());

    assertThat(wave.together()).isEmpty();
    assertThat(wave.alone()).hasSize(1);
  }

  @Test
  void shouldBoundTheBytesOfATransactionAndStillTakeAnyOne() {
    byte[] large = new byte[Wave.BYTES];
    add(story.submission(), large);
    add(other.submission(), large);

    Wave wave = Wave.of(records, Set.of());

    assertThat(offsets(wave.together())).containsExactly(0L);
    assertThat(wave.later()).hasSize(1);
  }

  private void add(Claim claim, byte[] message) {
    HubRecord record = HubRecords.claim(claim, message);
    add(record.key(), record.value());
  }

  private void addRubbish(String key) {
    add(key, "rubbish".getBytes(StandardCharsets.UTF_8));
  }

  private void add(String key, byte[] value) {
    ConsumerRecord<String, byte[]> record =
        new ConsumerRecord<>(Topics.CLAIMS, 0, records.size(), key, value);
    records.add(new Wave.Read(record, ClaimReading.of(value)));
  }

  private static List<Long> offsets(List<Wave.Readable> readable) {
    return readable.stream().map(one -> one.record().offset()).toList();
  }
}
