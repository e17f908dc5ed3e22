package org.closedloop.adapter.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closedloop.adapter.testing.Decisions.decision;
import static org.closedloop.adapter.testing.Decisions.delivery;

import java.util.List;
import org.junit.jupiter.api.Test;

class FollowedTest {

  @Test
  void shouldLeaveWhatTheLastOfEachReferralSays() {
    List<Followed> all =
        Followed.of(
            List.of(
                decision("a", 1, "01", null, null),
                decision("b", 1, "01", null, null),
                decision("a", 2, "02", "busy", "document-a"),
                delivery("a", 3)));

    assertThat(all).extracting(Followed::referralId).containsExactly("a", "b");
    Followed a = all.get(0);
    assertThat(a.first()).isEqualTo(1);
    assertThat(a.last().sequence()).isEqualTo(3);
    assertThat(a.moved()).as("a delivery moves nothing").isEqualTo(2);
    assertThat(a.feedbackDocumentId()).isEqualTo("document-a");
    assertThat(a.speaks()).isTrue();
    assertThat(a.reason()).isEqualTo("busy");
  }

  @Test
  void shouldForgetAReasonThatTheNextDoesNotGive() {
    Followed one =
        Followed.of(
                List.of(decision("a", 2, "02", "busy", null), decision("a", 3, "05", null, null)))
            .get(0);

    assertThat(one.speaks()).isTrue();
    assertThat(one.reason()).isNull();
  }

  @Test
  void shouldDropWhatIsNotNewer() {
    Followed one =
        Followed.of(
                List.of(
                    decision("a", 4, "05", "later", "new"),
                    decision("a", 3, "02", "earlier", "old"),
                    decision("a", 4, "05", "again", "again")))
            .get(0);

    assertThat(one.first()).isEqualTo(4);
    assertThat(one.last().sequence()).isEqualTo(4);
    assertThat(one.reason()).isEqualTo("later");
    assertThat(one.feedbackDocumentId()).isEqualTo("new");
  }
}
