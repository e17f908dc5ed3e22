package org.closedloop.conformance.fhirpath;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.closedloop.conformance.shape.R4Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FhirPathTest {

  private static final FhirTypes TYPES = new FhirTypes(new R4Model());
  private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
  private static final String PATIENT =
      """
      {"resourceType":"Patient","id":"p","active":true,"birthDate":"1970-02",
       "_birthDate":{"extension":[{"url":"http://e.org/b","valueCode":"x"}]},
       "_gender":{"extension":[{"url":"http://e.org/g","valueString":"y"}]},
       "name":[{"family":"Doe","given":["A",null,"C"],"_given":[null,{"id":"g"},null]},
               {"family":"Roe"}],
       "telecom":[{"system":"phone","value":"1","rank":1},{"system":"email","value":"b@c","rank":10}],
       "deceasedDateTime":"2020-01-01T10:00:00+02:00",
       "managingOrganization":{"reference":"#o"},
       "contained":[{"resourceType":"Organization","id":"o","name":"x"}],
       "extension":[{"url":"http://e.org/q","valueQuantity":{"value":5.0,"code":"mg"}},
                    {"url":"http://e.org/d","valueDecimal":1.50}]}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '"',
      nullValues = "-",
      value = {
        // paths, choice types, primitives with and without values
        "name.family => Doe,Roe",
        "Patient.name[1].family => Roe",
        "Practitioner.name => ''",
        "DomainResource.active => true",
        "name.given => A,,C",
        "name.given.hasValue() => false",
        "name.given[1].hasValue() => false",
        "name.given[1].id => g",
        "name.given.count() => 3",
        "deceased => 2020-01-01T10:00:00+02:00",
        "deceasedDateTime.exists() => true",
        "deceased is dateTime => true",
        "deceased is DateTime => false",
        "deceased is boolean => false",
        "(deceased as dateTime).exists() => true",
        "deceased.ofType(boolean).exists() => false",
        "active is Boolean => false",
        "active is System.Boolean => false",
        "active.exists() is Boolean => true",
        "active.ofType(Boolean).exists() => true",
        "active is FHIR.boolean => true",
        "$this is Patient => true",
        "$this is DomainResource => true",
        "contained.first() is Organization => true",
        "birthDate.extension.value => x",
        "birthDate.extension('http://e.org/b').exists() => true",
        "gender.exists() => true",
        "gender.hasValue() => false",
        "gender = 'male' => false",
        "extension.value.ofType(Quantity).value => 5.0",
        "extension.where(url = 'http://e.org/q').value.unit.empty() => true",
        "managingOrganization.resolve().name => x",
        "managingOrganization.resolve() is Organization => true",
        "nonsense.more.exists() => false",
        "children().count() => 13",
        "descendants().where($this is Quantity).count() => 1",
        "descendants().as(string).count() => 11",
        "repeat(extension).count() => 2",
        // existence and subsets
        "name.exists(family = 'Roe') => true",
        "name.all(family.exists()) => true",
        "contact.all(false) => true",
        "name.where(family = 'Doe').given.first() => A",
        "name.select(family & '!') => Doe!,Roe!",
        "telecom.where($index = 1).value => b@c",
        "telecom.tail().system => email",
        "telecom.last().system => email",
        "telecom.skip(1).take(1).system => email",
        "telecom.take(1).single().system => phone",
        "telecom.single() => ''",
        "(1 | 2 | 2).count() => 2",
        "(1 | 2).combine(2).count() => 3",
        "(1 | 2).combine(2).isDistinct() => false",
        "(1 | 2).combine(2).distinct().count() => 2",
        "(1 | 2).intersect(2 | 3) => 2",
        "(1 | 2).exclude(2) => 1",
        "(1 | 2).subsetOf(1 | 2 | 3) => true",
        "(1 | 4).subsetOf(1 | 2 | 3) => false",
        "(1 | 2 | 3).supersetOf(1) => true",
        "name.select($this.given.exists()).anyFalse() => true",
        "name.select($this.family.exists()).allTrue() => true",
        "iif(name.empty(), 'a', 'b') => b",
        "contact.iif(empty(), true, false) => true",
        // logic in three values
        "{} and false => false",
        "{} and true => ''",
        "{} or true => true",
        "{} or false => ''",
        "{} implies true => true",
        "{} implies false => ''",
        "false implies {} => true",
        "true implies {} => ''",
        "{} xor true => ''",
        "true xor false => true",
        "{}.not() => ''",
        "telecom or contact => true",
        "contact or link => ''",
        "name.family.not() => false",
        // equality, equivalence, membership
        "1 = 1.0 => true",
        "name = name => true",
        "name.family != 'x' => true",
        "link = link => ''",
        "birthDate = @1970-02 => true",
        "birthDate = @1970 => ''",
        "birthDate = '1970-02' => true",
        "deceased = @2020-01-01T08:00:00Z => true",
        "'a' ~ 'A ' => true",
        "1.05 ~ 1.1 => true",
        "(1 | 2) ~ (2 | 1) => true",
        "{} ~ {} => true",
        "'a' !~ 'b' => true",
        "'phone' in telecom.system => true",
        "telecom.system contains 'fax' => false",
        "{} in (1 | 2) => ''",
        "1 in {} => false",
        "extension.value.ofType(Quantity) = 5 'mg' => true",
        "extension.value.ofType(Quantity) = 5 'g' => ''",
        // comparison
        "2 > 1.5 => true",
        "'b' >= 'a' => true",
        "telecom.rank.first() < 2 => true",
        "(1 | 2) > 0 => ''",
        "'a' > 1 => ''",
        "birthDate < @1971 => true",
        "birthDate < @1970 => ''",
        "deceased > @2020-01-01T08:30:00Z => false",
        "@T10:00 < @T11 => true",
        "5 'mg' > 4 'mg' => true",
        "5 'mg' > 4 'g' => ''",
        "birthDate <= today() => true",
        "now() > @2026-12-01T11:59:59Z => true",
        // strings
        "'abc'.substring(1) => bc",
        "'abc'.substring(1, 1) => b",
        "'abc'.substring(5) => ''",
        "'abc'.indexOf('c') => 2",
        "'abc'.replace('b', '') => ac",
        "'abc'.startsWith('a') and 'abc'.endsWith('c') and 'abc'.contains('b') => true",
        "link.type.startsWith('a') => ''",
        "gender.startsWith('a') => false",
        "gender.matches('a') => false",
        "'abc'.matches('b') => true",
        "'abc'.matches('^b') => false",
        "'abc'.matchesFull('b') => false",
        "'a.b'.replaceMatches('\\\\..*', '') => a",
        "'it\\'s'.length() => 4",
        "'ab'.upper() & 'AB'.lower() => ABab",
        "'a,b'.split(',').join('-') => a-b",
        "birthDate.toString().length() => 7",
        "'a' & {} & 'b' => ab",
        "'a' + {} => ''",
        // numbers, conversions, dates
        "1 + 2 * 3 - 4 / 2 => 5",
        "7 div 2 + 7 mod 2 => 4",
        "1 / 0 => ''",
        "-(3) => -3",
        "(1.5).round() => 2",
        "(-1.5).abs().ceiling() => 2",
        "'12'.toInteger() + 1 => 13",
        "'x'.toInteger() => ''",
        "'1.5'.toDecimal() * 2 = 3 => true",
        "'5 \\'mg\\''.toQuantity() = 5 'mg' => true",
        "'yes'.toBoolean() => true",
        "'x'.convertsToInteger() => false",
        "@2020-01-31 + 1 month => 2020-02-29",
        "@2020 - 2 years => 2018",
        "today() - 18 years => 2008-12-01",
        "@2020-01-01T00:30:00Z - 1 hour => 2019-12-31T23:30:00.000000000Z",
        // variables and the rest
        "%resource.id => p",
        "%context.id => p",
        "%rootResource.contained.id => o",
        "%ucum => http://unitsofmeasure.org",
        "%`vs-x` => http://hl7.org/fhir/ValueSet/x",
        "trace('a').id.trace('b') => p",
        "text.`div`.htmlChecks() => false",
        "'<div xmlns=\"http://www.w3.org/1999/xhtml\">x</div>'.htmlChecks() => true",
        "name /* comment */ .family.count() // more => 2",
      })
  void shouldEvaluate(String expression, String wanted) {
    assertThat(text(evaluate(expression))).isEqualTo(wanted.equals("''") ? "" : wanted);
  }

  @Test
  void shouldCountAnEmptyAnswerAndAnErrorAsBroken() {
    assertThat(judge("{}", Budget.generous())).isEqualTo(Verdict.BROKEN);
    assertThat(judge("telecom.single().exists() or true", Budget.generous()))
        .isEqualTo(Verdict.BROKEN);
    assertThat(judge("telecom", Budget.generous())).isEqualTo(Verdict.HOLDS);
  }

  @Test
  void shouldStopWhenTheBudgetIsSpent() {
    assertThat(judge("descendants().exists()", new Budget(5))).isEqualTo(Verdict.TOO_COSTLY);
    String busy = "'" + "a".repeat(1000) + "'.matches('a+a+b')";
    assertThat(judge(busy, new Budget(100_000))).isEqualTo(Verdict.TOO_COSTLY);
  }

  private static Verdict judge(String expression, Budget budget) {
    return compile(expression)
        .judge(Focus.resource(patient(), new Session(TYPES, Resolver.NONE, budget, NOW)));
  }

  private static Values evaluate(String expression) {
    Resolver contained =
        (reference, focus) ->
            reference.equals("#o")
                ? TYPES.resource(focus.rootResource().json().at("/contained/0"))
                : Optional.empty();
    return compile(expression)
        .evaluate(Focus.resource(patient(), Session.of(TYPES, contained, NOW)));
  }

  private static FhirPath compile(String expression) {
    return switch (FhirPath.compile(expression)) {
      case Compilation.Compiled(FhirPath path) -> path;
      case Compilation.Refused(String reason) -> throw new AssertionError(reason);
    };
  }

  private static Node patient() {
    try {
      return TYPES.resource(new ObjectMapper().readTree(PATIENT)).orElseThrow();
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static String text(Values values) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      String text = Strings.of(values.get(i));
      texts.add(text == null ? "" : text);
    }
    return String.join(",", texts);
  }
}
