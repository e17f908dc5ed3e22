package org.closedloop.pages;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.LaunchMode;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeopleTest {

  @Test
  void demoUsersAreForTheLocalProfileAlone() {
    assertThatThrownBy(() -> People.requireLocal(List.of("prod"), LaunchMode.NORMAL))
        .hasMessageContaining("QUARKUS_PROFILE=local");
    assertThatThrownBy(() -> People.requireLocal(List.of("prod"), LaunchMode.DEVELOPMENT))
        .hasMessageContaining("pages.demo-users");
    assertThatCode(() -> People.requireLocal(List.of("local"), LaunchMode.NORMAL))
        .doesNotThrowAnyException();
    assertThatCode(() -> People.requireLocal(List.of("prod", "local"), LaunchMode.NORMAL))
        .doesNotThrowAnyException();
  }
}
