package org.closedloop.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcStatTest {

  private static final String REST = " 1 2 2 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 4711 12 13";

  @Test
  void shouldReadStateAndStartOfAnOrdinaryProcess() {
    assertThat(ProcStat.parse("42 (java) S" + REST)).isEqualTo(new ProcStat('S', 4711));
  }

  @Test
  void shouldNotBeMisledByAProcessNameWithParenthesesAndBlanks() {
    assertThat(ProcStat.parse("42 (a) Z (b 1 2) S" + REST)).isEqualTo(new ProcStat('S', 4711));
  }

  @Test
  void shouldTakeAZombieForDead() {
    assertThat(ProcStat.parse("42 (java) Z" + REST).dead()).isTrue();
  }
}
