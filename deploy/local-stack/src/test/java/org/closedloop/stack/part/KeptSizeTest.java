package org.closedloop.stack.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.closedloop.stack.process.StackFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptSizeTest {

  @TempDir private Path data;

  @Test
  void shouldHaveOneOfEachUntilToldOtherwise() {
    assertThat(kept().read()).isEqualTo(StackSize.ONE);
    kept().write(StackSize.ONE);
    assertThat(data).isEmptyDirectory();
  }

  @Test
  void shouldKeepWhatItWasTold() {
    StackSize size = new StackSize(3, 12, Map.of(HubService.ADAPTER, 2));
    kept().write(size);
    assertThat(kept().read()).isEqualTo(size);
    assertThat(kept().read().of(HubService.ADAPTER)).isEqualTo(2);
    assertThat(kept().read().of(HubService.ROUTER)).isEqualTo(1);
  }

  @Test
  void shouldNotSpreadTheDataOfOneBrokerOverThree() throws IOException {
    Files.createDirectory(data.resolve("kafka"));
    assertThatThrownBy(() -> kept().write(StackSize.of(3, 1)))
        .isInstanceOf(StackFailure.class)
        .hasMessageContainingAll("--brokers 1", data.toString());
    kept().write(StackSize.of(1, 2));
    assertThat(kept().read()).isEqualTo(StackSize.of(1, 2));
  }

  @Test
  void shouldNotSpreadTheDataOverMorePartitions() throws IOException {
    Files.createDirectory(data.resolve("kafka"));
    assertThatThrownBy(() -> kept().write(StackSize.ONE.withPartitions(12)))
        .isInstanceOf(StackFailure.class)
        .hasMessageContainingAll("--partitions 6", data.toString());
  }

  @Test
  void shouldReadASizeFromBeforePartitionsWereKept() throws IOException {
    Files.writeString(data.resolve("size.json"), "{\"brokers\":3,\"instances\":{}}");
    assertThat(kept().read().partitions()).isEqualTo(6);
  }

  @Test
  void shouldSayWhichFileItDoesNotUnderstand() throws IOException {
    Files.writeString(data.resolve("size.json"), "{\"brokers\":2,\"instances\":{}}");
    assertThatThrownBy(() -> kept().read())
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("size.json");
  }

  private KeptSize kept() {
    return new KeptSize(data);
  }
}
