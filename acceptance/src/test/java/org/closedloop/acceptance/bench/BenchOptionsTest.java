package org.closedloop.acceptance.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.closedloop.stack.cli.Arguments;
import org.closedloop.stack.part.StackSize;
import org.junit.jupiter.api.Test;

class BenchOptionsTest {

  @Test
  void shouldMeasureOneOfEachUnlessAskedForMore() {
    assertThat(BenchOptions.of(List.of()).size()).isEqualTo(StackSize.ONE);
    assertThat(BenchOptions.of(List.of("--instances", "2", "--partitions", "12")).size())
        .isEqualTo(StackSize.of(1, 2).withPartitions(12));
  }

  @Test
  void shouldRefuseWhatThereCannotBe() {
    refused("1 to 3 instances", "--instances", "4");
    refused("1 to 96 partitions", "--partitions", "97");
    refused("a whole number", "--partitions");
    refused("a whole number", "--soak", "0");
    refused("'--fast' is not understood", "--fast");
  }

  private static void refused(String why, String... args) {
    assertThatThrownBy(() -> BenchOptions.of(List.of(args)))
        .isInstanceOf(Arguments.Wrong.class)
        .hasMessageContaining(why);
  }
}
