package org.closedloop.core.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TopicsTest {

  @Test
  void shouldReadThePartyFromTheTopicName() {
    assertThat(Topics.partyOf(Topics.initiatorReferrals("saint-lukes"))).isEqualTo("saint-lukes");
    assertThat(Topics.partyOf(Topics.programResponses("kc-wellness"))).isEqualTo("kc-wellness");
  }

  @Test
  void shouldRefuseATopicOfNoParty() {
    assertThatThrownBy(() -> Topics.partyOf("claims")).isInstanceOf(IllegalArgumentException.class);
  }
}
