package org.closedloop.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoomTest {

  @Test
  void shouldBoundRequestsAndBytesTogether() {
    Room room = new Room(3, 100);

    assertThat(room.enter(60)).isTrue();
    assertThat(room.enter(41)).isFalse();
    assertThat(room.enter(40)).isTrue();
    assertThat(room.enter(0)).isTrue();
    assertThat(room.enter(0)).isFalse();
    assertThat(room.requests()).isEqualTo(3);
  }

  @Test
  void shouldHaveRoomAgainWhenOneLeaves() {
    Room room = new Room(1, 100);
    room.enter(100);
    room.leave(100);

    assertThat(room.enter(100)).isTrue();
  }

  @Test
  void shouldLetALargeOneComeAlone() {
    Room room = new Room(3, 100);

    assertThat(room.enter(500)).isTrue();
    assertThat(room.enter(1)).isFalse();
  }
}
