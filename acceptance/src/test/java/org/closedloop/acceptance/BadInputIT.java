package org.closedloop.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closedloop.acceptance.hub.TestReferral.aReferral;

import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import org.closedloop.acceptance.hub.ForeignToken;
import org.closedloop.acceptance.hub.Hub;
import org.closedloop.acceptance.hub.TestReferral;
import org.closedloop.core.directory.Role;
import org.closedloop.stack.player.HubHttp;
import org.junit.jupiter.api.Test;

/** Every refusal is an OperationOutcome, and the next message passes. */
class BadInputIT {

  private final Hub hub = Hub.shared();

  @Test
  void shouldRefuseWithoutAGoodToken() throws NoSuchAlgorithmException {
    byte[] request = aReferral(hub).unsent().request();
    String expired =
        hub.stack().issuer().token("mesa-clinic", Role.INITIATOR, Duration.ofHours(-1));
    String foreign =
        ForeignToken.of(
            KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate(),
            "mesa-clinic",
            Role.INITIATOR);
    refused(hub.client("gateway", null).process(request), 401, "auth-token");
    refused(hub.client("gateway", expired).process(request), 401, "auth-token");
    refused(hub.client("gateway", foreign).process(request), 401, "auth-token");
    refused(hub.client("gateway", "nonsense").process(request), 401, "auth-token");
  }

  @Test
  void shouldRefuseAnotherPartysMessageAndTheWrongRole() {
    TestReferral referral = aReferral(hub).unsent();
    refused(hub.hospital("saint-lukes").process(referral.request()), 403, "sender-not-party");
    String program = hub.stack().issuer().token("kc-wellness", Role.RECIPIENT);
    refused(hub.client("gateway", program).process(referral.request()), 403, "auth-role");
  }

  @Test
  void shouldRefuseWhatIsNoMessage() {
    HubHttp hospital = hub.hospital("mesa-clinic");
    refused(hospital.process(bytes("{\"resourceType\":")), 400, "");
    refused(hospital.process(bytes("{\"resourceType\":\"Bundle\",\"type\":\"batch\"}")), 422, "");
  }

  @Test
  void shouldNameTheElementOfAnUnknownUseCaseAndAnUnknownRecipient() {
    String request = text(aReferral(hub).unsent().request());
    HubHttp hospital = hub.hospital("mesa-clinic");
    HubHttp.Answer useCase =
        hospital.process(bytes(request.replace("\"ARSI\"", "\"NOSUCHSECTION\"")));
    assertThat(useCase.status()).isEqualTo(422);
    assertThat(expressions(useCase)).anyMatch(e -> e.contains("section"));
    String npi = hub.party("kc-wellness").npi();
    HubHttp.Answer recipient = hospital.process(bytes(request.replace(npi, "1999999984")));
    refused(recipient, 422, "recipient-unknown");
    assertThat(expressions(recipient)).anyMatch(e -> e.contains("owner"));
  }

  @Test
  void shouldRefuseFeedbackOnAnUnknownReferral() {
    TestReferral unknown = aReferral(hub).unsent();
    refused(unknown.program().process(unknown.outcome()), 422, "referral-unknown");
  }

  @Test
  void shouldRefuseAReportOnAnotherProgramsReferral() {
    TestReferral referral = aReferral(hub).received();
    String theirs = text(referral.report(TestReferral.after("02")));
    String mine =
        theirs.replace(hub.party("kc-wellness").npi(), hub.party("riverbend-wellness").npi());
    HubHttp.Answer answer = hub.program("riverbend-wellness").process(bytes(mine));
    refused(answer, 422, "recipient-not-owner");
    assertThat(referral.task().state()).isEqualTo("received/2.0");
    assertThat(referral.refusals()).hasSize(1);
  }

  @Test
  void shouldNotShowOnePartysReferralToAnother() {
    TestReferral referral = aReferral(hub).received();
    refused(hub.hospital("saint-lukes").get("/fhir/Task/" + referral.id()), 404, "not-found");
    refused(hub.program("riverbend-wellness").get("/fhir/Task/" + referral.id()), 404, "not-found");
  }

  @Test
  void shouldAnswerUnknownAddressesAndMethodsWithOutcomes() {
    HubHttp hospital = hub.hospital("mesa-clinic");
    assertThat(hospital.get("/fhir/NoSuchThing").status()).isEqualTo(404);
    assertThat(hospital.get("/fhir/NoSuchThing").body().type()).isEqualTo("OperationOutcome");
    assertThat(hospital.send("DELETE", "/fhir/$process-message", null, null).status())
        .isEqualTo(405);
    assertThat(aReferral(hub).unsent().submit().status()).isEqualTo(200);
  }

  private static void refused(HubHttp.Answer answer, int status, String rule) {
    assertThat(answer.status()).as("%s", answer.body().root()).isEqualTo(status);
    assertThat(answer.body().type()).isEqualTo("OperationOutcome");
    assertThat(answer.body().root().toString()).contains(rule);
  }

  private static List<String> expressions(HubHttp.Answer answer) {
    return answer.body().root().findValues("expression").stream().map(Object::toString).toList();
  }

  private static String text(byte[] message) {
    return new String(message, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
