package org.closedloop.core.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskReaderTest {

  private static TaskReading read(String json) {
    return TaskReader.read(json.replace('\'', '"').getBytes(UTF_8));
  }

  @Test
  void shouldReadWhatTheHubNeeds() {
    TaskReading reading =
        read(
            "{'resourceType':'Task','id':'r1','status':'in-progress','intent':'order',"
                + "'statusReason':{'text':'moved'},'businessStatus':{'coding':[{'system':'"
                + Fhir.BUSINESS_STATUS
                + "','code':'5.2'}]}}");
    TaskFacts facts = ((TaskReading.Read) reading).facts();
    assertThat(facts.id()).isEqualTo("r1");
    assertThat(facts.taskStatus()).isEqualTo("in-progress");
    assertThat(facts.businessStatus()).isEqualTo("5.2");
    assertThat(facts.statusReason()).isEqualTo("moved");
    assertThat(facts.hasOutput()).isFalse();
    assertThat(facts.fingerprint()).hasSize(64);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ | 400 | body-json",
        "{'id':'x'} | 400 | resource-type",
        "{'resourceType':'Patient'} | 422 | task-expected",
        "{'resourceType':'Task','status':'accepted'} | 422 | shape-required",
        "{'resourceType':'Task','id':'x','status':['accepted']} | 422 | shape-required",
        "{'resourceType':'Task','id':'x','status':'a','implicitRules':'u'} | 422 | no-modifiers",
        "{'resourceType':'Task','id':'x','status':'a','businessStatus':[]} | 422 | shape-kind",
      })
  void shouldRefuse(String json, int status, String ruleId) {
    assertThat(read(json))
        .isInstanceOfSatisfying(
            TaskReading.Refused.class,
            refused -> {
              assertThat(refused.refusal().httpStatus()).isEqualTo(status);
              assertThat(refused.refusal().ruleIds()).containsExactly(ruleId);
            });
  }
}
