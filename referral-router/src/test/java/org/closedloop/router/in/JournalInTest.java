package org.closedloop.router.in;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.closedloop.core.catalog.UseCase;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.claim.Routed;
import org.closedloop.core.codec.Envelope;
import org.closedloop.core.fhir.MinimumNecessary;
import org.closedloop.core.fhir.MinimumNecessary.Filtered;
import org.closedloop.core.topic.Topics;
import org.closedloop.kit.kafka.HubRecord;
import org.closedloop.kit.kafka.HubRecords;
import org.closedloop.kit.kafka.Received;
import org.closedloop.kit.testing.HubStack;
import org.closedloop.kit.testing.TestData;
import org.closedloop.kit.testing.TestTopics;
import org.closedloop.router.Journalled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The router between a journal written by the test and the topics it writes. */
@QuarkusTest
@WithTestResource(HubStack.class)
class JournalInTest {

  private static final String CANARY = "canary-9f31";
  private static final byte[] NO_MESSAGE = new byte[0];

  private final TestTopics topics = new TestTopics();

  @AfterEach
  void close() {
    topics.close();
  }

  @Test
  void shouldPutTheFilteredPackageOnTheTopicOfItsUseCaseAndClaimIt() {
    Journalled referral = Journalled.referral("obesity", "package");
    byte[] request = withUnlistedContent(referral.request());
    Filtered expected = MinimumNecessary.request(request, useCase("obesity"));

    topics.send(HubRecords.journal(referral.submitted(1), request));

    ConsumerRecord<String, byte[]> routed = routed("obesity", referral, 1);
    assertThat(routed.key()).isEqualTo(referral.referralId());
    assertThat(Received.open(routed).payload()).isEqualTo(expected.bytes());
    assertThat(text(Received.open(routed).payload())).doesNotContain(CANARY);
    Claim claim = claimOf(ClaimKind.ROUTED, referral);
    assertThat(claim.withheld()).isNotEmpty().isEqualTo(expected.withheld());
    assertThat(claim.party()).isEqualTo(Claim.HUB);
  }

  @Test
  void shouldRouteACancellationRequestAndLeaveOutTheRest() {
    Journalled referral = Journalled.referral("arthritis", "update");

    journal(referral.refused(1), referral.request());
    journal(referral.decidedByHub(2), referral.request());
    journal(referral.answeredByProgram(3), referral.request());
    journal(referral.withoutMessage(4), NO_MESSAGE);
    journal(referral.cancellationRequested(5), referral.cancellation());

    routed("arthritis", referral, 5);
    assertThat(allRouted("arthritis", referral)).extracting(Routed::sequence).containsExactly(5L);
    assertThat(allRouted("arthritis", referral)).extracting(Routed::referral).containsOnly(false);
    assertThat(claimsOf(referral)).isEmpty();
  }

  @Test
  void shouldKeepTheOrderOfOneReferral() {
    Journalled referral = Journalled.referral("arthritis", "order");
    List<Long> sent = new ArrayList<>();

    for (long sequence = 1; sequence <= 40; sequence++) {
      journal(referral.cancellationRequested(sequence), referral.cancellation());
      sent.add(sequence);
    }

    routed("arthritis", referral, 40);
    assertThat(allRouted("arthritis", referral))
        .extracting(Routed::sequence)
        .containsExactlyElementsOf(sent);
  }

  @Test
  void shouldRouteTheSameDecisionAgainUnderTheSameIds() {
    Journalled referral = Journalled.referral("obesity", "again");
    Decision decision = referral.submitted(1);

    journal(decision, referral.request());
    journal(decision, referral.request());
    journal(referral.cancellationRequested(2), referral.cancellation());

    routed("obesity", referral, 2);
    List<ConsumerRecord<String, byte[]>> twice =
        recordsOf("obesity", referral).stream().limit(2).toList();
    assertThat(headers(twice.get(0)).get("ce_id")).isEqualTo(headers(twice.get(1)).get("ce_id"));
    assertThat(twice.get(0).value()).isEqualTo(twice.get(1).value());
    assertThat(claimsOf(referral))
        .extracting(Claim::claimId)
        .hasSize(2)
        .containsOnly(claimsOf(referral).get(0).claimId());
  }

  @Test
  void shouldClaimUndeliverableWhenTheProgramIsGone() {
    Journalled referral = Journalled.referral("arthritis", "gone", "closed-last-year");

    journal(referral.submitted(1), referral.request());

    Claim claim = claimOf(ClaimKind.UNDELIVERABLE, referral);
    assertThat(claim.reason()).isEqualTo("program-unknown");
    assertThat(allRouted("arthritis", referral)).isEmpty();
  }

  @Test
  void shouldLetNothingOutThatFailsTheGateOnceItIsFiltered() {
    Journalled referral = Journalled.referral("arthritis", "unfit");

    journal(referral.submitted(1), broken(referral.request()));

    assertThat(claimOf(ClaimKind.UNDELIVERABLE, referral).reason()).isEqualTo("filtered-invalid");
    assertThat(allRouted("arthritis", referral)).isEmpty();
  }

  @Test
  void shouldNotEndAReferralBecauseALaterMessageFails() {
    Journalled referral = Journalled.referral("obesity", "unfit-update");

    journal(referral.cancellationRequested(1), broken(referral.cancellation()));
    journal(referral.cancellationRequested(2), referral.cancellation());

    routed("obesity", referral, 2);
    assertThat(allRouted("obesity", referral)).extracting(Routed::sequence).containsExactly(2L);
    assertThat(claimsOf(referral)).isEmpty();
    assertThat(topics.all(Topics.deadLetters(Topics.JOURNAL)))
        .filteredOn(record -> Objects.equals(record.key(), referral.referralId()))
        .hasSize(1)
        .allMatch(record -> headers(record).get("dlq-reason").contains("fixed-Task.intent"));
  }

  @Test
  void shouldKeepAnUnusableRecordAndGoOn() {
    Journalled referral = Journalled.referral("obesity", "after-garbage");
    String key = referral.referralId();
    byte[] garbage = ("garbage for " + key).getBytes(StandardCharsets.UTF_8);

    topics.send(new HubRecord(Topics.JOURNAL, key, garbage, Map.of()));
    journal(referral.submitted(1), "not a message".getBytes(StandardCharsets.UTF_8));
    journal(referral.submitted(2), referral.request());

    routed("obesity", referral, 2);
    List<ConsumerRecord<String, byte[]>> kept =
        topics.all(Topics.deadLetters(Topics.JOURNAL)).stream()
            .filter(record -> Objects.equals(record.key(), key))
            .toList();
    assertThat(kept).hasSize(2);
    assertThat(kept.get(0).value()).isEqualTo(garbage);
    assertThat(headers(kept.get(0))).containsEntry("dlq-topic", Topics.JOURNAL);
    assertThat(allRouted("obesity", referral)).extracting(Routed::sequence).containsExactly(2L);
  }

  @Test
  void shouldWriteItsOwnHeadersOnly() {
    Journalled referral = Journalled.referral("obesity", "planted");
    HubRecord journalled = HubRecords.journal(referral.submitted(1), referral.request());
    Map<String, String> planted = new HashMap<>(journalled.headers());
    planted.put("REPLY_TOPIC", Topics.STATUS);
    planted.put("canary", CANARY);

    topics.send(new HubRecord(journalled.topic(), journalled.key(), journalled.value(), planted));

    Map<String, String> headers = headers(routed("obesity", referral, 1));
    assertThat(headers)
        .doesNotContainKeys("REPLY_TOPIC", "canary")
        .containsEntry("ce_type", "org.closedloop.routed")
        .containsEntry("ce_subject", referral.referralId())
        .containsEntry("ce_usecase", "obesity")
        .containsEntry("ce_program", "riverbend-wellness")
        .containsEntry("ce_sequence", "1");
    assertThat(topics.all(Topics.STATUS)).isEmpty();
  }

  @Test
  void shouldMeasureByUseCaseWithoutContent() {
    Journalled referral = Journalled.referral("arthritis", "metric");
    journal(referral.submitted(1), withUnlistedContent(referral.request()));
    claimOf(ClaimKind.ROUTED, referral);

    String metrics = RestAssured.get("/q/metrics").asString();

    assertThat(metrics).contains("hub_routing_seconds_count{use_case=\"arthritis\"}");
    assertThat(metrics).doesNotContain(CANARY).doesNotContain(referral.referralId());
  }

  private void journal(Decision decision, byte[] message) {
    topics.send(HubRecords.journal(decision, message));
  }

  private ConsumerRecord<String, byte[]> routed(
      String useCase, Journalled referral, long sequence) {
    return topics.first(
        Topics.routed(useCase),
        record ->
            record.key().equals(referral.referralId())
                && facts(record, Routed.class).sequence() == sequence);
  }

  private List<ConsumerRecord<String, byte[]>> recordsOf(String useCase, Journalled referral) {
    return topics.all(Topics.routed(useCase)).stream()
        .filter(record -> record.key().equals(referral.referralId()))
        .toList();
  }

  private List<Routed> allRouted(String useCase, Journalled referral) {
    return recordsOf(useCase, referral).stream()
        .map(record -> facts(record, Routed.class))
        .toList();
  }

  private Claim claimOf(ClaimKind kind, Journalled referral) {
    return facts(
        topics.first(
            Topics.CLAIMS,
            record ->
                record.key().equals(referral.referralId())
                    && facts(record, Claim.class).kind() == kind),
        Claim.class);
  }

  private List<Claim> claimsOf(Journalled referral) {
    return topics.all(Topics.CLAIMS).stream()
        .filter(record -> record.key().equals(referral.referralId()))
        .map(record -> facts(record, Claim.class))
        .toList();
  }

  private static <T> T facts(ConsumerRecord<String, byte[]> record, Class<T> type) {
    Envelope envelope = Received.open(record);
    return envelope.facts(type);
  }

  private static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
    Map<String, String> all = new HashMap<>();
    for (Header header : record.headers()) {
      all.put(header.key(), text(header.value()));
    }
    return all;
  }

  private static UseCase useCase(String name) {
    return TestData.catalog().find(name).orElseThrow();
  }

  /** What no gate would have let in, as a fault of the filter might leave it. */
  private static byte[] broken(byte[] message) {
    return text(message)
        .replaceAll("\"intent\"\\s*:\\s*\"order\"", "\"intent\":\"plan\"")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** A patient with a number and a narrative nobody needs. */
  private static byte[] withUnlistedContent(byte[] request) {
    try {
      ObjectMapper json = new ObjectMapper();
      ObjectNode bundle = (ObjectNode) json.readTree(request);
      bundle.findParents("resourceType").stream()
          .filter(node -> node.get("resourceType").asText().equals("Patient"))
          .map(ObjectNode.class::cast)
          .forEach(JournalInTest::addUnlisted);
      return json.writeValueAsBytes(bundle);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void addUnlisted(ObjectNode patient) {
    patient.putObject("text").put("status", "generated").put("div", "<div>" + CANARY + "</div>");
    patient
        .withArray("identifier")
        .addObject()
        .put("system", "http://hl7.org/fhir/sid/us-ssn")
        .put("value", CANARY);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
