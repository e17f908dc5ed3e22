package org.closedloop.adapter.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeliveryStateTest {

  @ParameterizedTest
  @EnumSource(DeliveryState.class)
  void shouldBeReadBackFromItsWord(DeliveryState state) {
    assertThat(DeliveryState.of(state.word())).isEqualTo(state);
  }

  @Test
  void shouldRefuseAnotherWord() {
    assertThatThrownBy(() -> DeliveryState.of("lost")).isInstanceOf(IllegalArgumentException.class);
  }
}
