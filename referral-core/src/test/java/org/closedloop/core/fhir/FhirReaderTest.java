package org.closedloop.core.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
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
        "{\"a\":null,\"a\":2} | body-duplicate-key",
        "{\"a\":1,\"\\u0061\":2} | body-duplicate-key",
        "{\"a\":[1,[{\"b\":{\"c\":[],\"d\":1,\"c\":{}}}]]} | body-duplicate-key",
        "{\"a\":1,\"a\":{\"b\":} | body-duplicate-key",
        "{\"a\":{\"b\":},\"a\":1} | body-json",
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

  @ParameterizedTest
  @CsvSource({"0", "1", "1022", "1023", "1024", "5000"})
  void shouldRefuseInvalidUtf8WhereverItStands(int before) {
    String head = "{\"a\":\"ä" + "x".repeat(before);
    for (String wrong : List.of("c3", "c0af", "eda080", "f4908080", "80", "00")) {
      byte[] bytes = joined(head.getBytes(UTF_8), HexFormat.of().parseHex(wrong));
      assertRefused(joined(bytes, "\"}".getBytes(UTF_8)));
      assertRefused(bytes);
    }
  }

  private static void assertRefused(byte[] bytes) {
    assertThat(FhirReader.read(bytes))
        .isInstanceOfSatisfying(
            Reading.Unreadable.class,
            u -> assertThat(u.refusal().ruleIds()).containsExactly("body-utf8"));
  }

  private static byte[] joined(byte[] one, byte[] other) {
    return ByteBuffer.allocate(one.length + other.length).put(one).put(other).array();
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "1021", "1022", "1023", "5000"})
  void shouldReadCharactersOfAllLengths(int before) {
    String text = "x".repeat(before) + "aä€😀";
    String body = "{\"a\":\"" + text + "\"}";
    Reading.Readable readable = (Reading.Readable) FhirReader.read(body.getBytes(UTF_8));
    assertThat(Nodes.text(readable.tree().root(), "a")).isEqualTo(text);
  }

  @Test
  void shouldTellWhereTheSecondOfTwoEqualKeysStands() {
    Reading reading = FhirReader.read("{\"a\":1,\n \"a\":[1,\n2]}".getBytes(UTF_8));
    String text = ((Reading.Unreadable) reading).refusal().findings().get(0).text();
    assertThat(text).contains("(line 2,");
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
