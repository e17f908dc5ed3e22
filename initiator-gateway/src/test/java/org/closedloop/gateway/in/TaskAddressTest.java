package org.closedloop.gateway.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closedloop.gateway.playing.Messages.referralId;
import static org.closedloop.gateway.playing.Messages.request;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.outcome.Finding;
import org.closedloop.gateway.playing.FakeFeedback;
import org.closedloop.gateway.playing.FakeFeedback.Heard;
import org.closedloop.gateway.playing.GatewayStack;
import org.closedloop.gateway.playing.Hospital;
import org.closedloop.gateway.playing.Hospital.Reply;
import org.closedloop.gateway.playing.Messages;
import org.junit.jupiter.api.Test;

/** What a hospital reads of its referrals, and the one update it may make. */
@QuarkusTest
@WithTestResource(GatewayStack.class)
class TaskAddressTest {

  private final FakeFeedback feedback = GatewayStack.feedback();

  @TestHTTPResource("/")
  URI base;

  @Test
  void shouldShowAReferralToItsSenderOnly() {
    String id = opened("read");

    Reply own = lakeside().get("fhir/Task/" + id);

    assertThat(own.status()).isEqualTo(200);
    assertThat(own.json().at("/id").asText()).isEqualTo(id);
    assertThat(own.json().at("/status").asText()).isEqualTo("received");
    assertThat(mesa().get("fhir/Task/" + id).status()).isEqualTo(404);
    assertThat(mesa().get("fhir/Task/" + id).rules()).containsExactly("not-found");
  }

  @Test
  void shouldFindAReferralByItsNumberOrId() {
    String id = opened("search");
    String system = Messages.facts(request("obesity", "search")).taskPlacer().system();
    String value = Messages.facts(request("obesity", "search")).taskPlacer().value();

    assertThat(found("identifier=" + value, lakeside())).isEqualTo(id);
    assertThat(found("identifier=" + system + "%7C" + value, lakeside())).isEqualTo(id);
    assertThat(found("_id=" + id, lakeside())).isEqualTo(id);
    assertThat(found("identifier=" + value, mesa())).isEmpty();
    assertThat(found("_id=" + id + "&identifier=other", lakeside())).isEmpty();
    assertThat(lakeside().get("fhir/Task").status()).isEqualTo(400);
  }

  @Test
  void shouldTakeACancellationRequestAndAnswerWithTheTaskAsItStands() {
    String id = opened("cancel");

    Reply reply = lakeside().put("fhir/Task/" + id, task(id, "in-progress", "5.2"));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().at("/status").asText()).isEqualTo("in-progress");
    assertThat(reply.json().at("/businessStatus/coding/0/code").asText()).isEqualTo("5.2");
    Heard heard = feedback.claims(id).get(1);
    assertThat(heard.claim().kind()).isEqualTo(ClaimKind.REPORT);
    assertThat(heard.claim().identity().messageId()).isNull();
    assertThat(heard.claim().report().businessStatus()).isEqualTo("5.2");
    assertThat(heard.payload()).isEmpty();
  }

  @Test
  void shouldRefuseAnyOtherUpdate() {
    String id = opened("other-update");

    Reply completed = lakeside().put("fhir/Task/" + id, task(id, "completed", "7.0"));

    assertThat(completed.status()).isEqualTo(422);
    assertThat(completed.elements()).containsExactly("Task.status");
    assertThat(lakeside().put("fhir/Task/" + id, task(id, "requested", "2.0")).status())
        .isEqualTo(422);
    assertThat(lakeside().put("fhir/Task/" + id, "{\"resourceType\":\"Patient\"}").status())
        .isEqualTo(422);
    assertThat(lakeside().put("fhir/Task/" + id, "").status()).isEqualTo(400);
    assertThat(feedback.claims(id)).hasSize(1);
  }

  @Test
  void shouldRefuseAnUpdateUnderAnotherId() {
    String id = opened("other-id");

    Reply reply = lakeside().put("fhir/Task/" + id, task("another", "in-progress", "5.2"));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.elements()).containsExactly("Task.id");
  }

  @Test
  void shouldAnswer404ToTheUpdateOfAnUnknownReferral() {
    String id = "6f9619ff-8b86-5d01-b42d-00c04fc964ff";
    feedback.refuse(
        id, 422, Finding.error("referral-unknown", "not-found", "Task.id", "No such referral."));

    Reply reply = lakeside().put("fhir/Task/" + id, task(id, "in-progress", "5.2"));

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.rules()).containsExactly("referral-unknown");
  }

  @Test
  void shouldAnswer202ToAnUndecidedUpdateAndTheTaskLater() {
    String id = opened("slow-update");
    feedback.hold(id);

    Reply undecided = lakeside().put("fhir/Task/" + id, task(id, "in-progress", "5.2"));

    assertThat(undecided.status()).isEqualTo(202);
    assertThat(undecided.json().at("/status").asText()).isEqualTo("received");
    feedback.release(id);
    Reply decided = lakeside().get(undecided.location().orElseThrow());
    assertThat(decided.status()).isEqualTo(200);
    assertThat(decided.json().at("/resourceType").asText()).isEqualTo("Task");
    assertThat(decided.json().at("/status").asText()).isEqualTo("in-progress");
  }

  @Test
  void shouldShowAFeedbackDocumentToItsHospitalOnly() {
    byte[] document =
        "{\"resourceType\":\"Bundle\",\"type\":\"document\"}".getBytes(StandardCharsets.UTF_8);
    feedback.record("lakeside-hospital", "feedback-1", document);

    assertThat(lakeside().get("fhir/Bundle/feedback-1").body()).isEqualTo(document);
    assertThat(mesa().get("fhir/Bundle/feedback-1").status()).isEqualTo(404);
  }

  @Test
  void shouldAnswer503WhenTheRecordCannotBeRead() {
    feedback.down(true);
    try {
      assertThat(lakeside().get("fhir/Task/any").status()).isEqualTo(503);
      assertThat(lakeside().get("fhir/Bundle/any").status()).isEqualTo(503);
    } finally {
      feedback.down(false);
    }
  }

  @Test
  void shouldAskForATokenEverywhereButAtMetadata() {
    Hospital nobody = new Hospital(base, null);

    assertThat(nobody.get("fhir/Task/1").status()).isEqualTo(401);
    assertThat(nobody.get("fhir/Task?_id=1").status()).isEqualTo(401);
    assertThat(nobody.get("fhir/Bundle/1").status()).isEqualTo(401);
    assertThat(nobody.put("fhir/Task/1", task("1", "in-progress", "5.2")).status()).isEqualTo(401);
    Reply metadata = nobody.get("fhir/metadata");
    assertThat(metadata.status()).isEqualTo(200);
    assertThat(metadata.json().at("/resourceType").asText()).isEqualTo("CapabilityStatement");
    assertThat(metadata.json().at("/rest/0/operation/0/name").asText())
        .isEqualTo("process-message");
  }

  private String opened(String salt) {
    byte[] message = request("obesity", salt);
    assertThat(lakeside().send(message).status()).isEqualTo(200);
    return referralId(message);
  }

  private static String found(String query, Hospital hospital) {
    Reply reply = hospital.get("fhir/Task?" + query);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().at("/type").asText()).isEqualTo("searchset");
    return reply.json().at("/entry/0/resource/id").asText();
  }

  private static String task(String id, String status, String businessStatus) {
    return """
    {"resourceType":"Task","id":"%s","status":"%s","intent":"order","businessStatus":
    {"coding":[{"system":"http://hl7.org/fhir/us/bser/CodeSystem/TaskBusinessStatusCS",
    "code":"%s"}]}}\
    """
        .formatted(id, status, businessStatus);
  }

  private Hospital lakeside() {
    return Hospital.of(base, "lakeside-hospital");
  }

  private Hospital mesa() {
    return Hospital.of(base, "mesa-clinic");
  }
}
