package org.closedloop.conformance.fhirpath;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no expression, or cannot be evaluated here, is refused when compiling. */
class CompilerTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "code.memberOf('http://x.org') => memberOf",
        "conformsTo('http://x.org') => conformsTo",
        "name.frobnicate() => frobnicate",
        "value is Quantitee => Quantitee",
        "value.ofType(FHIR.foo) => FHIR.foo",
        "%foo.bar => %foo",
        "name.aggregate($total + 1) => aggregate",
        "$total.exists() => $total",
        "name.first(1) => first",
        "id.matches(id) => matches",
        "id.matches('[') => matches",
        "name. => name",
        "(name => ')'",
        "name] => ']'",
        "@2020-13-45 => @2020-13-45",
        "name # family => character",
      })
  void shouldRefuseWhatItCannotDo(String expression, String named) {
    assertThat(FhirPath.compile(expression))
        .isInstanceOfSatisfying(
            Compilation.Refused.class, refused -> assertThat(refused.reason()).contains(named));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "((", "1 +", "name.where("})
  void shouldRefuseWhatIsNoExpression(String expression) {
    assertThat(FhirPath.compile(expression)).isInstanceOf(Compilation.Refused.class);
  }

  @Test
  void shouldRefuseAnExpressionNestedTooDeeply() {
    assertThat(FhirPath.compile("(".repeat(5000) + "1" + ")".repeat(5000)))
        .isInstanceOf(Compilation.Refused.class);
  }
}
