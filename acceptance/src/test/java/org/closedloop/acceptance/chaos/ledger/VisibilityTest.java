package org.closedloop.acceptance.chaos.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.closedloop.acceptance.chaos.ledger.Dirt.Kind;
import org.closedloop.core.topic.Topics;
import org.junit.jupiter.api.Test;

/** What no one can read must be seen somewhere. */
class VisibilityTest {

  private static final String DIGEST = Digest.of(new byte[] {1});

  @Test
  void shouldFindABadRecordThatVanished() {
    assertThat(missing(Topics.JOURNAL, List.of(), Set.of()))
        .extracting(Dirt::kind)
        .containsExactly(Kind.LOST);
    DeadLetter elsewhere = new DeadLetter(Topics.deadLetters(Topics.CLAIMS), 0, DIGEST);
    assertThat(missing(Topics.JOURNAL, List.of(elsewhere), Set.of())).hasSize(1);
  }

  @Test
  void shouldBeContentWithADeadLetterOrAParkedRecord() {
    DeadLetter letter = new DeadLetter(Topics.deadLetters(Topics.JOURNAL), 0, DIGEST);
    assertThat(missing(Topics.JOURNAL, List.of(letter), Set.of())).isEmpty();
    assertThat(missing(Topics.CLAIMS, List.of(), Set.of("referral.claims/2/7"))).isEmpty();
  }

  @Test
  void shouldNotMissAVerdict() {
    assertThat(missing(Topics.VERDICTS, List.of(), Set.of())).isEmpty();
  }

  private static List<Dirt> missing(String topic, List<DeadLetter> letters, Set<String> parked) {
    return new Visibility(letters, parked).missing(List.of(new Poisoned(topic, 2, 7, DIGEST)));
  }
}
