package org.closedloop.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetsTest {

  @Test
  void goesWhereItWasWanted() {
    assertThat(Targets.within("/portal?show=new&page=2", "/portal"))
        .isEqualTo("/portal?show=new&page=2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "//elsewhere.example",
        "https://elsewhere.example",
        "/\\elsewhere",
        "/sign-out",
        "/a\r\nb"
      })
  void neverLeavesTheService(String wanted) {
    assertThat(Targets.within(wanted, "/portal")).isEqualTo("/portal");
  }
}
