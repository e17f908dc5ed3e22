package org.closedloop.feedback.out;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class FreshMessagesTest {

  private final FreshMessages fresh = new FreshMessages();

  @Test
  void shouldGiveAMessageOutOnce() {
    UUID id = UUID.randomUUID();
    fresh.keep(id, new byte[] {1});
    assertThat(fresh.take(id)).contains(new byte[] {1});
    assertThat(fresh.take(id)).isEmpty();
  }

  @Test
  void shouldLetTheOldestGoWhenThereIsTooMuch() {
    UUID first = UUID.randomUUID();
    UUID second = UUID.randomUUID();
    UUID third = UUID.randomUUID();
    fresh.keep(first, new byte[FreshMessages.BYTES_AT_MOST / 2]);
    fresh.keep(second, new byte[FreshMessages.BYTES_AT_MOST / 2]);
    fresh.keep(third, new byte[1]);
    assertThat(fresh.take(first)).isEmpty();
    assertThat(fresh.take(second)).isPresent();
    assertThat(fresh.take(third)).isPresent();
  }

  @Test
  void shouldCountAMessageThatIsKeptAgainOnce() {
    UUID id = UUID.randomUUID();
    UUID other = UUID.randomUUID();
    fresh.keep(other, new byte[1]);
    for (int i = 0; i < 3; i++) {
      fresh.keep(id, new byte[FreshMessages.BYTES_AT_MOST / 2]);
    }
    assertThat(fresh.take(other)).isPresent();
    assertThat(fresh.take(id)).isPresent();
  }
}
