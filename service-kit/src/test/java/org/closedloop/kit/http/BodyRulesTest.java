package org.closedloop.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.closedloop.core.fhir.FhirFormat;
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
    assertThat(BodyRules.format(type)).isEqualTo(FhirFormat.JSON);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/fhir+xml",
        "application/xml; charset=UTF-8",
        "text/xml;charset=\"utf-8\"",
        "Application/FHIR+XML; fhirVersion=4.0"
      })
  void shouldReadXml(String type) {
    assertThat(BodyRules.check(type, SMALL)).isEmpty();
    assertThat(BodyRules.format(type)).isEqualTo(FhirFormat.XML);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/xhtml+xml",
        "application/fhir+xml; charset=iso-8859-1",
        "xml"
      })
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
