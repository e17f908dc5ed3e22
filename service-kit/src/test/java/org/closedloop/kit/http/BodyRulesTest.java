package org.closedloop.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.closedloop.core.outcome.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyRulesTest {

  private static final byte[] SMALL = new byte[10];

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/fhir+json",
        "application/json; charset=utf-8",
        "Application/FHIR+JSON"
      })
  void shouldReadJson(String type) {
    assertThat(BodyRules.check(type, SMALL)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"application/fhir+xml", "text/plain", "application/x-www-form-urlencoded"})
  void shouldRefuseOtherTypes(String type) {
    assertThat(BodyRules.check(type, SMALL)).map(Refusal::httpStatus).contains(415);
  }

  @Test
  void shouldRefuseMoreThanAMebibyte() {
    assertThat(BodyRules.check("application/json", new byte[BodyRules.LIMIT])).isEmpty();
    assertThat(BodyRules.check("application/json", new byte[BodyRules.LIMIT + 1]))
        .map(Refusal::httpStatus)
        .contains(413);
  }
}
