package org.closedloop.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.closedloop.core.fhir.FhirFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegotiationTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "- | - | JSON",
        "*/* | - | JSON",
        "application/fhir+xml | - | XML",
        "Application/XML;charset=utf-8 | - | XML",
        "text/xml, */* | - | XML",
        "application/fhir+json, application/fhir+xml | - | JSON",
        "application/fhir+json;q=0.5, application/fhir+xml;q=0.9 | - | XML",
        "application/fhir+xml;q=0, */* | - | JSON",
        "application/fhir+xml;q=x | - | JSON",
        "text/html | - | JSON",
        "application/fhir+json | xml | XML",
        "application/fhir+xml | json | JSON",
        "- | application/fhir+xml | XML",
        "- | application/fhir xml | XML",
        "application/fhir+xml | html | XML",
      })
  void shouldChoose(String accept, String parameter, FhirFormat format) {
    assertThat(Negotiation.of(accept, parameter)).isEqualTo(format);
  }
}
