package org.closedloop.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.closedloop.core.fhir.Placer;
import org.junit.jupiter.api.Test;

class ReferralIdTest {

  private static final Placer SERVICE =
      new Placer(
          "http://www.saintlukeshealthsystem.org/fhir/sid/servicerequest",
          "1063494177",
          "SR-2020-88880001");

  @Test
  void shouldAgreeWithTheTestVectorOfTheDesign() {
    String id = ReferralId.of("saint-lukes", SERVICE, new Placer(null, null, "T-2020-66660001"));
    assertThat(id).isEqualTo("c0f440c4-6b98-5f4c-a9f7-a07b4057c4cb");
  }

  @Test
  void shouldUseTheAssignersNpiWhereThereIsNoSystem() {
    Placer assigned = new Placer(null, "1063494177", "SR-1");
    Placer withSystem = new Placer("1063494177", null, "SR-1");
    assertThat(ReferralId.of("a", assigned, null)).isEqualTo(ReferralId.of("a", withSystem, null));
  }

  @Test
  void shouldTellTasksOfOneServiceRequestApart() {
    String first = ReferralId.of("a", SERVICE, new Placer(null, null, "T-1"));
    String second = ReferralId.of("a", SERVICE, new Placer(null, null, "T-2"));
    assertThat(first).isNotEqualTo(second).isNotEqualTo(ReferralId.of("a", SERVICE, null));
  }
}
