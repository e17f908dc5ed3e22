package org.closedloop.core.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FhirReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "empty",
      value = {
        "empty | body-empty",
        "{\"a\":1 | body-json",
        "{\"a\":1} {} | body-json",
        "{\"a\":NaN} | body-json",
        "[1] | body-object",
        "null | body-object",
        "{\"a\":1,\"a\":2} | body-duplicate-key",
        "{\"a\":\"\\u0000\"} | body-characters",
        "{\"\\u0000\":1} | body-characters",
        "{\"a\":[\"x\",{\"b\":\"\\udc00\"}]} | body-characters",
      })
  void shouldRefuse(String body, String ruleId) {
    byte[] bytes = body == null ? new byte[0] : body.getBytes(UTF_8);
    assertThat(FhirReader.read(bytes))
        .isInstanceOfSatisfying(
            Reading.Unreadable.class,
            unreadable -> {
              assertThat(unreadable.refusal().httpStatus()).isEqualTo(400);
              assertThat(unreadable.refusal().ruleIds()).containsExactly(ruleId);
            });
  }

  @Test
  void shouldTellWhereTheSyntaxBreaksButNotWhatStandsThere() {
    Reading reading = FhirReader.read("{\"a\":1,\n \"b\":canary}".getBytes(UTF_8));
    String text = ((Reading.Unreadable) reading).refusal().findings().get(0).text();
    assertThat(text).contains("line 2").doesNotContain("canary");
  }

  @Test
  void shouldReadUpToTheDepthLimitAndNoDeeper() {
    assertThat(FhirReader.read(nested(FhirReader.MAX_DEPTH - 1)))
        .isInstanceOf(Reading.Readable.class);
    assertThat(FhirReader.read(nested(FhirReader.MAX_DEPTH)))
        .isInstanceOfSatisfying(
            Reading.Unreadable.class,
            u -> assertThat(u.refusal().ruleIds()).containsExactly("body-depth"));
  }

  private static byte[] nested(int arrays) {
    return ("{\"a\":" + "[".repeat(arrays) + "]".repeat(arrays) + "}").getBytes(UTF_8);
  }

  @Test
  void shouldKeepNumbersAsTheyWereWritten() {
    String body = "{\"resourceType\":\"X\",\"a\":29.0,\"b\":1.50,\"c\":123456789012345678901}";
    Reading.Readable readable = (Reading.Readable) FhirReader.read(body.getBytes(UTF_8));
    assertThat(JsonWriter.bytes(readable.tree().root())).asString(UTF_8).isEqualTo(body);
    assertThat(readable.tree().resourceType()).isEqualTo("X");
  }
}
