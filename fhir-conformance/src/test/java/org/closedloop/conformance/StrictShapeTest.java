package org.closedloop.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.closedloop.conformance.shape.R4Model;
import org.closedloop.conformance.shape.StrictShape;
import org.closedloop.core.outcome.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictShapeTest {

  private static final StrictShape SHAPE = new StrictShape(new R4Model());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'nmae':[]} | shape-unknown-element | Patient.nmae",
        "{'Name 7':[]} | shape-unknown-element | Patient",
        "{'resource':1} | shape-unknown-element | Patient.resource",
        "{'name':{'family':'A'}} | shape-array | Patient.name",
        "{'gender':['male']} | shape-array | Patient.gender",
        "{'maritalStatus':[{'text':'x'}]} | shape-array | Patient.maritalStatus",
        "{'active':'true'} | shape-kind | Patient.active",
        "{'birthDate':19700101} | shape-kind | Patient.birthDate",
        "{'maritalStatus':'S'} | shape-kind | Patient.maritalStatus",
        "{'name':['A']} | shape-kind | Patient.name[0]",
        "{'gender':'man'} | shape-code | Patient.gender",
        "{'name':[{'use':'x'}]} | shape-code | Patient.name[0].use",
        "{'birthDate':'1970-02-30'} | shape-value | Patient.birthDate",
        "{'birthDate':'70-02-03'} | shape-value | Patient.birthDate",
        "{'deceasedDateTime':'2020-01-01T10:00'} | shape-value | Patient.deceased.ofType(dateTime)",
        "{'id':'a b'} | shape-value | Patient.id",
        "{'multipleBirthInteger':1.5} | shape-value | Patient.multipleBirth.ofType(integer)",
        "{'multipleBirthInteger':9999999999} | shape-value | Patient.multipleBirth.ofType(integer)",
        "{'implicitRules':'a b'} | shape-value | Patient.implicitRules",
        "{'photo':[{'data':'a*b='}]} | shape-value | Patient.photo[0].data",
        "{'gender':null} | shape-empty | Patient.gender",
        "{'gender':''} | shape-code | Patient.gender",
        "{'name':[]} | shape-empty | Patient.name",
        "{'name':[{}]} | shape-empty | Patient.name[0]",
        "{'name':[null]} | shape-empty | Patient.name[0]",
        "{'name':[{'given':[null]}]} | shape-empty | Patient.name[0].given[0]",
        "{'name':[{'family':' '}]} | shape-value | Patient.name[0].family",
        "{'deceasedBoolean':true,'deceasedDateTime':'2020'} | shape-cardinality | Patient.deceased",
        "{'link':[{'other':{'display':'x'}}]} | shape-required | Patient.link[0].type",
        "{'extension':[{'valueString':'x'}]} | shape-required | Patient.extension[0].url",
        "{'_birthDate':{'value':1}} | shape-unknown-element | Patient.birthDate.value",
        "{'_name':{'id':'x'}} | shape-unknown-element | Patient._name",
        "{'identifier':[{'system':'a/b'}]} | shape-absolute | Patient.identifier[0].system",
        "{'identifier':[{'system':'urn:ietf:rfc:3986','value':'1.2.3'}]} | shape-absolute"
            + " | Patient.identifier[0].value",
        "{'contained':[{'resourceType':'X'}]} | resource-type | Patient.contained[0]",
      })
  void shouldFind(String members, String ruleId, String expression) {
    ObjectNode patient = patient(members);
    assertThat(SHAPE.check(patient).findings())
        .extracting(Finding::ruleId, Finding::expression)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(ruleId, expression));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'birthDate':'1970'}",
        "{'birthDate':'1970-02','_birthDate':{'extension':[{'url':'http://x.org','valueCode':'a'}]}}",
        "{'_birthDate':{'extension':[{'url':'http://x.org','valueDecimal':1.50}]}}",
        "{'name':[{'given':['A',null],'_given':[null,{'id':'x'}]}]}",
        "{'deceasedDateTime':'2020-01-01T10:00:00.123+01:00'}",
        "{'deceasedDateTime':'2016-12-31T23:59:60Z'}",
        "{'photo':[{'data':'YWJj'}]}",
        "{'contained':[{'resourceType':'Organization','name':'x'}]}",
        "{'extension':[{'url':'http://x.org/a','extension':[{'url':'b','valueAddress':{'city':'x'}}]}]}",
      })
  void shouldPass(String members) {
    assertThat(SHAPE.check(patient(members)).findings()).isEmpty();
  }

  @Test
  void shouldMeetReferencesWithTheirTargets() {
    ObjectNode patient = patient("{'managingOrganization':{'reference':'Organization/1'}}");
    assertThat(SHAPE.check(patient).references())
        .singleElement()
        .satisfies(
            use -> {
              assertThat(use.path()).isEqualTo("Patient.managingOrganization");
              assertThat(use.targets()).containsExactly("Organization");
            });
  }

  private static ObjectNode patient(String members) {
    ObjectNode patient = (ObjectNode) MessageEdit.json("{\"resourceType\":\"Patient\"}");
    patient.setAll((ObjectNode) MessageEdit.json(members.replace('\'', '"')));
    return patient;
  }
}
