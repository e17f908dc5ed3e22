package org.closedloop.core.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatientKeysTest {

  private static final List<String> KNOWN =
      keys("a", identifier("urn:one", "1"), identifier("urn:two", "2"), identifier(null, "3"));

  @Test
  void shouldBeTheSamePersonByOneNumber() {
    assertThat(
            PatientKeys.ofDifferentPeople(
                KNOWN, keys("a", identifier("urn:two", "9"), identifier("urn:one", "1"))))
        .isFalse();
  }

  @Test
  void shouldBeAnotherPersonByOtherNumbersOfASystem() {
    assertThat(PatientKeys.ofDifferentPeople(KNOWN, keys("a", identifier("urn:one", "9"))))
        .isTrue();
  }

  @Test
  void shouldNotTellFromNumbersOfOtherSystemsOrNone() {
    assertThat(PatientKeys.ofDifferentPeople(KNOWN, keys("a", identifier("urn:three", "9"))))
        .isFalse();
    assertThat(PatientKeys.ofDifferentPeople(KNOWN, keys("a", identifier(null, "9")))).isFalse();
    assertThat(PatientKeys.ofDifferentPeople(KNOWN, List.of())).isFalse();
  }

  @Test
  void shouldHaveNothingInCommonBetweenTwoHospitals() {
    assertThat(KNOWN).doesNotContainAnyElementsOf(keys("b", identifier("urn:one", "1")));
    assertThat(PatientKeys.ofDifferentPeople(KNOWN, keys("b", identifier("urn:one", "9"))))
        .isFalse();
  }

  private static List<String> keys(String initiator, JsonNode... identifiers) {
    return PatientKeys.scoped(initiator, PatientKeys.of(List.of(identifiers)));
  }

  private static JsonNode identifier(String system, String value) {
    ObjectNode identifier = JsonNodeFactory.instance.objectNode().put("value", value);
    return system == null ? identifier : identifier.put("system", system);
  }
}
