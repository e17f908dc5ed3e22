package org.closedloop.conformance.invariant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.closedloop.conformance.fhirpath.Budget;
import org.closedloop.conformance.fhirpath.FhirTypes;
import org.closedloop.conformance.rule.Rule;
import org.closedloop.conformance.rule.Rules;
import org.closedloop.conformance.shape.R4Model;
import org.closedloop.core.outcome.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvariantsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final FhirTypes TYPES = new FhirTypes(new R4Model());
  private static final Invariants INVARIANTS = new Invariants(TYPES);

  static Stream<Path> examples() throws IOException {
    return Files.walk(Path.of("..", "use-cases"))
        .filter(file -> file.toString().matches(".*examples.*\\.json"));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void shouldFindNothingInOurExamples(Path file) throws IOException {
    ObjectNode message = (ObjectNode) JSON.readTree(file.toFile());
    assertThat(INVARIANTS.check(message, Instant.EPOCH)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "Patient | 'contact':[{'relationship':[{'text':'x'}]}] | pat-1 | Patient.contact[0]",
        "Patient | 'contact':[{'id':'x'}] | ele-1,pat-1 | Patient.contact[0]",
        "Patient | '_birthDate':{'id':'x'} | ele-1 | Patient.birthDate",
        "Patient | 'name':[{'given':['A',null],'_given':[null,{'id':'x'}]}] | ele-1 |"
            + " Patient.name[0].given[1]",
        "Patient | 'telecom':[{'value':'1'}] | cpt-2 | Patient.telecom[0]",
        "Patient | 'extension':[{'url':'http://x.org'}] | ext-1 | Patient.extension[0]",
        "Patient | '_birthDate':{'extension':[{'url':'http://x.org'}]} | ext-1 |"
            + " Patient.birthDate.extension[0]",
        "Patient |"
            + " 'extension':[{'url':'a','valueCode':'b','extension':[{'url':'c','valueCode':'d'}]}]"
            + " | ext-1 | Patient.extension[0]",
        "Patient | 'identifier':[{'period':{'start':'2020-02','end':'2020-01'}}] | per-1 |"
            + " Patient.identifier[0].period",
        "Patient | 'identifier':[{'period':{'start':'2020-01','end':'2020-01-05'}}] | per-1 |"
            + " Patient.identifier[0].period",
        "Patient | 'photo':[{'data':'YWJj'}] | att-1 | Patient.photo[0]",
        "Patient | 'generalPractitioner':[{'reference':'#x'}] | ref-1 |"
            + " Patient.generalPractitioner[0]",
        "Patient | 'contained':[{'resourceType':'Organization','id':'o','name':'x'}] | dom-3 |"
            + " Patient",
        "Patient | 'managingOrganization':{'reference':'#o'},'contained':[{'resourceType':"
            + "'Organization','id':'o','name':'x','meta':{'versionId':'1'}}] | dom-4 | Patient",
        "Patient | 'managingOrganization':{'reference':'#o'},'contained':[{'resourceType':"
            + "'Organization','id':'o'}] | org-1 | Patient.contained[0]",
        "Organization | 'name':'x','telecom':[{'use':'work'},{'use':'home'}] | org-3 |"
            + " Organization.telecom[1]",
        "Observation | 'valueQuantity':{'code':'mg'} | qty-3 | Observation.value.ofType(Quantity)",
        "Observation | 'valueString':'x','dataAbsentReason':{'text':'x'} | obs-6 | Observation",
        "Observation | 'referenceRange':[{'appliesTo':[{'text':'x'}]}] | obs-3 |"
            + " Observation.referenceRange[0]",
        "Observation | 'component':[{'referenceRange':[{'appliesTo':[{'text':'x'}]}]}] | obs-3 |"
            + " Observation.component[0].referenceRange[0]",
        "Observation | 'valueRange':{'low':{'value':5},'high':{'value':4,'comparator':'<'}} |"
            + " rng-2,sqty-1 | -",
        "Observation | 'valueRange':{'low':{'value':1,'unit':'mg'},'high':{'value':2,'unit':'g'}} |"
            + " rng-2 | Observation.value.ofType(Range)",
        "Condition | 'onsetAge':{'value':-1,'code':'a','system':'http://unitsofmeasure.org'} |"
            + " age-1 | Condition.onset.ofType(Age)",
        "Condition | 'onsetAge':{'value':1,'code':'a'} | qty-3 | Condition.onset.ofType(Age)",
        "Condition | 'abatementDateTime':'2020' | con-4 | Condition",
        "AllergyIntolerance | 'note':[{'text':'x'}] | ait-1 | AllergyIntolerance",
        "Task | 'authoredOn':'2020-01-02','lastModified':'2020-01-01' | inv-1 | Task",
        "Consent | 'status':'active' | ppc-1 | Consent",
        "ServiceRequest | 'orderDetail':[{'text':'x'}] | prr-1 | ServiceRequest",
        "ServiceRequest | 'occurrenceTiming':{'repeat':{'period':-1,'periodUnit':'d'}} | tim-5 |"
            + " ServiceRequest.occurrence.ofType(Timing).repeat",
        "Composition | 'section':[{'section':[{'title':'x'}]}] | cmp-1 |"
            + " Composition.section[0].section[0]",
        "Composition | 'text':{'status':'generated','div':'<div><script/></div>'} | txt-1 |"
            + " Composition.text.div",
        "Bundle | 'type':'message','entry':[{'resource':{'resourceType':'Patient'}}] | bdl-12 |"
            + " Bundle",
        "Bundle | 'type':'document' | bdl-10,bdl-11,bdl-9 | Bundle",
        "Bundle | 'type':'collection','entry':[{'fullUrl':'urn:a'},{'fullUrl':'urn:a'}] |"
            + " bdl-5,bdl-7 | -",
        "Bundle | 'type':'collection','entry':[{'resource':{'resourceType':'Patient','photo':[{"
            + "'data':'YWJj'}]}}] | att-1 | Bundle.entry[0].resource.photo[0]",
        "CareTeam | 'participant':[{'member':{'reference':'#o'},'onBehalfOf':{'display':'x'}}],"
            + "'contained':[{'resourceType':'Organization','id':'o','name':'x'}] | ctm-1 |"
            + " CareTeam.participant[0]",
        "Questionnaire |"
            + " 'item':[{'linkId':'1','type':'group','item':[{'linkId':'1','type':'string'}]}] |"
            + " que-2 | Questionnaire",
        "RiskAssessment | 'prediction':[{'probabilityDecimal':101}] | ras-2 |"
            + " RiskAssessment.prediction[0]",
      })
  void shouldFind(String type, String members, String keys, String place) {
    List<Finding> findings = INVARIANTS.check(resource(type, members), Instant.EPOCH);
    assertThat(findings.stream().map(Finding::ruleId).sorted().distinct())
        .containsExactly(
            Stream.of(keys.split(",")).map(k -> "invariant-" + k).toArray(String[]::new));
    if (!place.equals("-")) {
      assertThat(findings).extracting(Finding::expression).containsOnly(place);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'managingOrganization':{'display':'x'}",
        "'managingOrganization':{'reference':'#o'},'contained':[{'resourceType':'Organization',"
            + "'id':'o','name':'x'}]",
        "'contained':[{'resourceType':'Provenance','id':'p','target':[{'reference':'#'}]}]",
        "'identifier':[{'period':{'start':'2020-01-01'}},{'period':{'end':'2020'}}]",
        "'identifier':[{'period':{'start':'2020-01-01','end':'2020-01-01'}}]",
        "'_birthDate':{'extension':[{'url':'http://x.org','valueCode':'unknown'}]}",
      })
  void shouldPass(String members) {
    assertThat(INVARIANTS.check(resource("Patient", members), Instant.EPOCH)).isEmpty();
  }

  /** ctm-1: who acts on behalf of somebody is a Practitioner, found by fullUrl or type and id. */
  @ParameterizedTest
  @CsvSource({
    "urn:uuid:a, Practitioner, 0",
    "urn:uuid:a, Organization, 1",
    "Practitioner/p, Practitioner, 0",
    "Practitioner/q, Practitioner, 0",
  })
  void shouldResolveWithinTheBundle(String reference, String type, int found) {
    ObjectNode bundle = resource("Bundle", "'type':'collection'");
    ArrayNode entries = bundle.putArray("entry");
    entries
        .addObject()
        .put("fullUrl", "urn:uuid:a")
        .set("resource", resource(type, "'id':'p','identifier':[{'value':'x'}]"));
    ObjectNode document = resource("Bundle", "'type':'collection'");
    document
        .putArray("entry")
        .addObject()
        .set(
            "resource",
            resource(
                "CareTeam",
                "'participant':[{'member':{'reference':'"
                    + reference
                    + "'},'onBehalfOf':{'display':'x'}}]"));
    entries.addObject().set("resource", document);
    assertThat(INVARIANTS.check(bundle, Instant.EPOCH)).hasSize(found);
  }

  @Test
  void shouldLeaveOutWhatNamedRulesCover() {
    Invariants fewer = new Invariants(TYPES, CoveredByRules.keys());
    ObjectNode section = resource("Composition", "'section':[{'title':'x'}]");
    assertThat(INVARIANTS.check(section, Instant.EPOCH)).hasSize(1);
    assertThat(fewer.check(section, Instant.EPOCH)).isEmpty();
    assertThat(Rules.all()).extracting(Rule::id).containsAll(CoveredByRules.rules().values());
    assertThat(R4InvariantFile.read())
        .extracting(R4Invariant::key)
        .containsAll(CoveredByRules.keys());
  }

  @Test
  void shouldCompileAndPlaceEveryInvariant() {
    ObjectNode bundle = resource("Bundle", "'type':'collection'");
    ArrayNode entries = bundle.putArray("entry");
    new R4Types().all().forEach(type -> entries.addObject().set("resource", resource(type, null)));
    assertThat(new Invariants(TYPES).check(bundle, Instant.EPOCH))
        .extracting(Finding::ruleId, Finding::expression)
        .doesNotContain(tuple("invariant-cost", "Bundle"));
  }

  @Test
  void shouldStayInProportionWithManyContainedResources() {
    ObjectNode patient = resource("Patient", "'active':true");
    ArrayNode contained = patient.putArray("contained");
    ArrayNode links = patient.putArray("generalPractitioner");
    for (int i = 0; i < 5000; i++) {
      contained.addObject().put("resourceType", "Organization").put("id", "o" + i).put("name", "x");
      links.addObject().put("reference", "#o" + i);
    }
    links.remove(links.size() - 1);
    assertThat(INVARIANTS.check(patient, Instant.EPOCH, new Budget(2_000_000)))
        .extracting(Finding::ruleId)
        .containsExactly("invariant-dom-3");
  }

  @Test
  void shouldRefuseWhatWouldCostTooMuch() {
    ObjectNode patient =
        resource("Patient", "'contained':[{'resourceType':'Organization','id':'o','name':'x'}]");
    assertThat(INVARIANTS.check(patient, Instant.EPOCH, new Budget(10)))
        .extracting(Finding::ruleId)
        .containsExactly("invariant-cost");
  }

  @Test
  void shouldNotFailOnWhatHasNotTheShapeOfR4() {
    assertThat(
            INVARIANTS.check(
                resource("Patient", "'name':{'x':1},'contact':[1,null,'a'],'birthDate':[{}],'x':3"),
                Instant.EPOCH))
        .isEmpty();
    assertThat(INVARIANTS.check(JSON.createObjectNode(), Instant.EPOCH)).isEmpty();
  }

  private static ObjectNode resource(String type, String members) {
    try {
      ObjectNode resource = JSON.createObjectNode().put("resourceType", type);
      return members == null
          ? resource
          : resource.setAll((ObjectNode) JSON.readTree("{" + members.replace('\'', '"') + "}"));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
