package org.closedloop.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closedloop.acceptance.hub.TestReferral.aReferral;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.closedloop.acceptance.hub.Hub;
import org.closedloop.acceptance.hub.TestReferral;
import org.closedloop.stack.player.HubHttp;
import org.junit.jupiter.api.Test;

/** Who asks with mode=full hears HAPI's validator beside the gate, at both doors. */
class FullValidationIT {

  private static final String FULL = "/fhir/Bundle/$validate?mode=full";

  private final TestReferral referral = aReferral(Hub.shared()).of("hypertension").unsent();

  @Test
  void shouldSayThatBothFindNothingToCorrect() {
    for (List<String> rules :
        List.of(
            rules(referral.hospital(), referral.request()),
            rules(referral.program(), referral.outcome()))) {
      assertThat(rules).contains("all-ok").anyMatch(rule -> rule.startsWith("hapi-"));
    }
  }

  @Test
  void shouldSayWhatEachFinds() {
    byte[] broken =
        new String(referral.request(), StandardCharsets.UTF_8)
            .replaceFirst("(\"gender\"\\s*:\\s*)\"[a-z]+\"", "$1\"no-such-gender\"")
            .getBytes(StandardCharsets.UTF_8);

    List<String> rules = rules(referral.hospital(), broken);

    assertThat(rules).doesNotContain("all-ok", "hapi-ok");
    assertThat(rules).anyMatch(rule -> rule.startsWith("hapi-"));
    assertThat(rules).anyMatch(rule -> !rule.startsWith("hapi-"));
  }

  private static List<String> rules(HubHttp party, byte[] message) {
    HubHttp.Answer answer = party.send("POST", FULL, message, null);
    assertThat(answer.status()).as("%s", answer.body().root()).isEqualTo(200);
    return answer.body().root().findValues("details").stream()
        .map(details -> details.findValuesAsText("code"))
        .flatMap(List::stream)
        .toList();
  }
}
