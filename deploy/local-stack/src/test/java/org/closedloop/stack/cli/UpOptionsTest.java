package org.closedloop.stack.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.closedloop.stack.part.StackSize;
import org.junit.jupiter.api.Test;

class UpOptionsTest {

  private static final StackSize KEPT = StackSize.of(3, 2);

  @Test
  void shouldKeepTheSizeThatIsNotNamed() {
    assertThat(UpOptions.of(List.of("-d"), KEPT)).isEqualTo(new UpOptions(true, KEPT));
    assertThat(UpOptions.of(List.of("--instances", "3"), KEPT).size())
        .isEqualTo(StackSize.of(3, 3));
    assertThat(UpOptions.of(List.of("--brokers", "1", "-d"), KEPT))
        .isEqualTo(new UpOptions(true, StackSize.of(1, 2)));
  }

  @Test
  void shouldTakeMorePartitions() {
    assertThat(UpOptions.of(List.of("--partitions", "12", "--instances", "1"), KEPT).size())
        .isEqualTo(StackSize.of(3, 1).withPartitions(12));
  }

  @Test
  void shouldRefuseWhatThereCannotBe() {
    refused("1 or 3 brokers", "--brokers", "2");
    refused("1 to 3 instances", "--instances", "4");
    refused("1 to 96 partitions", "--partitions", "97");
    refused("stands a number", "--instances");
    refused("stands a number", "--brokers", "many");
    refused("'--fast' is not understood", "--fast");
  }

  private static void refused(String why, String... args) {
    assertThatThrownBy(() -> UpOptions.of(List.of(args), KEPT))
        .isInstanceOf(Arguments.Wrong.class)
        .hasMessageContaining(why);
  }
}
