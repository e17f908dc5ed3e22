package org.closedloop.conformance.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.closedloop.conformance.shape.R4Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileCompilerTest {

  private static final R4Model MODEL = new R4Model();
  private static final String BASE = "http://hl7.org/fhir/StructureDefinition/Observation";

  private final Definitions definitions = new Definitions();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'id':'Observation.colour','min':1} | Observation has no element colour",
        "{'id':'Observation.code.coding.hue','min':1} | Observation.code.coding has no element hue",
        "{'id':'Observation.category','slicing':{'discriminator':[{'type':'taste','path':'$this'}]}}"
            + " | unknown discriminator type taste",
        "{'id':'Observation.category','slicing':{'discriminator':"
            + "[{'type':'value','path':'coding.where(x)'}]}} | not supported",
      })
  void shouldRefuseWhatItCannotJudgeAndNameIt(String element, String complaint) {
    add("mine", BASE, element);
    assertThatThrownBy(() -> Profiles.compile(definitions, MODEL))
        .isInstanceOf(BrokenDefinitionException.class)
        .hasMessageContainingAll("http://example.org/mine", complaint);
  }

  @Test
  void shouldRefuseBasesThatAreMissingOrGoRound() {
    add("mine", "http://example.org/elsewhere", "{'id':'Observation.code'}");
    assertThatThrownBy(() -> Profiles.compile(definitions, MODEL))
        .hasMessageContaining("http://example.org/elsewhere is not there");

    add("elsewhere", "http://example.org/mine", "{'id':'Observation.code'}");
    assertThatThrownBy(() -> Profiles.compile(definitions, MODEL))
        .hasMessageContaining("its own base");
  }

  @Test
  void shouldLetTheNearestDefinitionCount() {
    add("general", BASE, "{'id':'Observation.code','min':1,'max':'1'}");
    add("narrow", "http://example.org/general", "{'id':'Observation.code','min':0}");
    Profile narrow =
        Profiles.compile(definitions, MODEL).find("http://example.org/narrow|1.0").orElseThrow();
    assertThat(narrow.root().children.get("code").min).isZero();
    assertThat(narrow.root().children.get("code").max).isOne();
  }

  @Test
  void shouldTakeAChoiceNamedWithItsTypeAsThatTypeOnly() {
    add("mine", BASE, "{'id':'Observation.valueQuantity.unit','min':1}");
    ProfileNode choice =
        Profiles.compile(definitions, MODEL)
            .find("http://example.org/mine")
            .orElseThrow()
            .root()
            .children
            .get("value[x]");
    assertThat(choice.types).extracting(TypeRule::code).isEqualTo(List.of("Quantity"));
    assertThat(choice.children).containsOnlyKeys("unit");
  }

  @Test
  void shouldKnowListedCodesWholeSystemsAndUnionsButNoFilters() {
    read(
        "{'resourceType':'CodeSystem','url':'urn:s','content':'complete','concept':"
            + "[{'code':'a','concept':[{'code':'b'}]}]}");
    read(valueSet("whole", "{'system':'urn:s'}"));
    read(valueSet("listed", "{'system':'urn:t','concept':[{'code':'c'}]}"));
    read(valueSet("both", "{'valueSet':['urn:whole']},{'valueSet':['urn:listed|1']}"));
    read(valueSet("filtered", "{'system':'urn:s','filter':[{'property':'p'}]}"));
    read(valueSet("unknown", "{'system':'http://snomed.info/sct'}"));
    Terminology terminology = new Terminology(definitions);

    Codes both = terminology.codes("urn:both|4.0.1").orElseThrow();
    assertThat(both.contains("urn:s", "b")).isTrue();
    assertThat(both.contains("urn:t", "b")).isFalse();
    assertThat(both.contains(null, "c")).isTrue();
    assertThat(terminology.codes("urn:filtered")).isEmpty();
    assertThat(terminology.codes("urn:unknown")).isEmpty();
    assertThat(terminology.codes("urn:nowhere")).isEmpty();
  }

  private static String valueSet(String name, String includes) {
    return "{'resourceType':'ValueSet','url':'urn:%s','compose':{'include':[%s]}}"
        .formatted(name, includes);
  }

  private void add(String name, String base, String element) {
    read(
        "{'resourceType':'StructureDefinition','url':'http://example.org/%s','name':'%s',"
                .formatted(name, name)
            + "'type':'Observation','derivation':'constraint','baseDefinition':'%s',"
                .formatted(base)
            + "'differential':{'element':[%s]}}".formatted(element));
  }

  private void read(String json) {
    try {
      definitions.add(new ObjectMapper().readTree(json.replace('\'', '"')));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
