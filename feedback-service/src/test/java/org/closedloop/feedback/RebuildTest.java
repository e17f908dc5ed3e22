package org.closedloop.feedback;

import static io.restassured.RestAssured.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.closedloop.core.claim.Attempt;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.claim.Identity;
import org.closedloop.core.state.Actor;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * The journal alone gives the same record. All other tests of this module have left theirs in it
 * too.
 */
@QuarkusTest
class RebuildTest extends RecordTest {

  private static final int ROUNDS = 8;

  @Inject Database database;

  @Test
  void shouldArriveAtTheSameRecordAndSendNothing() {
    IntStream.range(0, ROUNDS).forEach(round -> playAll());
    quiet();
    Map<TopicPartition, Long> before = ends();

    Response report = rebuild();

    assertThat(report.<List<Object>>path("differences")).isEmpty();
    assertThat(report.<Boolean>path("equal")).isTrue();
    assertThat(report.<Number>path("entries").longValue()).isGreaterThan(ROUNDS * 20L);
    assertThat(report.<List<Object>>path("tables.table"))
        .containsExactly(
            "referral", "event", "claim", "identity", "payload", "document", "revocation");
    assertThat(longs(report, "tables.compared")).allMatch(count -> count >= ROUNDS);
    assertThat(longs(report, "tables.later")).containsOnly(0L);
    assertThat(ends()).isEqualTo(before);
  }

  @Test
  void shouldNameTheRowsThatDiffer() {
    Story story = Story.fresh();
    submitAndAccept(story);
    quiet();
    UUID id = UUID.fromString(story.id());
    String planted = UUID.randomUUID().toString();
    database.run("update referral set business_status = '4.0' where id = ?", id);
    database.run("delete from identity where claim_key = ?", story.submission().claimId());
    database.run(
        "insert into claim select ?, fingerprint, replace(verdict, claim_key, ?), decided_at"
            + " from claim where claim_key = ?",
        planted,
        planted,
        story.submission().claimId());

    Response report = rebuild();

    database.run("update referral set business_status = '3.0' where id = ?", id);
    database.run("delete from claim where claim_key = ?", planted);
    restoreIdentities(story.submission());
    assertThat(report.<Boolean>path("equal")).isFalse();
    assertThat(report.<List<Object>>path("differences.what"))
        .containsExactly("business_status", "not-in-journal", "not-in-record", "not-in-record");
    assertThat(report.<List<Object>>path("differences.row"))
        .containsExactly(
            story.id(), planted, story.submission().claimId(), story.submission().claimId());
  }

  @Test
  void shouldLeaveOutWhatIsChangedMeanwhile() {
    List<Story> stories = Stream.generate(Story::fresh).limit(60).toList();
    Ops.request().post("/ops/rebuild").then().statusCode(200);
    stories.forEach(story -> send(story.submission(), story.request()));

    Response report = done();

    stories.forEach(story -> assertThat(verdict(story.submission().claimId()).accepted()).isTrue());
    assertThat(report.<List<Object>>path("differences")).isEmpty();
  }

  @Test
  void shouldBeForOperatorsOnly() {
    post("/ops/rebuild").then().statusCode(401);
  }

  private static List<Long> longs(Response report, String path) {
    return report.<List<Number>>path(path).stream().map(Number::longValue).toList();
  }

  private static Response rebuild() {
    Ops.request().post("/ops/rebuild").then().statusCode(200);
    return done();
  }

  private static Response done() {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> Ops.request().get("/ops/rebuild"),
            report -> !report.<String>path("state").equals("running"));
  }

  /** Every kind of decision, among them those that bring nothing. */
  private static void playAll() {
    closeWithDocument(Story.fresh());
    closeWithDocument(Story.of(Story.BY_PUSH));
    repeat(Story.fresh());
    cancel(Story.fresh());
    fail(Story.fresh());
    revoke();
  }

  private static void closeWithDocument(Story story) {
    byte[] acceptance = story.update(Step.ACCEPTED.because("seen by nurse"), "accept");
    byte[] tooEarly = story.update(Step.ACCEPTED, "too-early");
    send(story.reply(tooEarly), tooEarly);
    send(story.submission(), story.request());
    send(story.part(ClaimKind.ROUTED, null), NOTHING);
    send(story.part(ClaimKind.DELIVERED, null), NOTHING);
    send(story.reply(acceptance), acceptance);
    send(story.task(Actor.RECIPIENT, Step.SCHEDULED.because("by phone")), NOTHING);
    send(story.task(Actor.RECIPIENT, Step.CANCELLED), NOTHING);
    byte[] outcome = story.outcome();
    send(story.reply(outcome), outcome);
    Claim last = story.task(Actor.RECIPIENT, Step.ACCEPTED);
    send(last, NOTHING);
    verdict(last.claimId());
  }

  private static void repeat(Story story) {
    Claim first = story.submission();
    send(first, story.request());
    send(story.submission(UUID.randomUUID().toString()), story.request());
    Identity other = new Identity("m-" + story.id(), null, first.identity().fingerprint());
    send(
        Claim.submission(
            UUID.randomUUID().toString(), story.id(), other, story.what(), first.claimedAt()),
        story.request());
    Identity conflict = new Identity("n-" + story.id(), null, "other-content");
    send(
        Claim.submission(first.claimId(), story.id(), conflict, story.what(), first.claimedAt()),
        story.request());
    byte[] decline = story.update(Step.DECLINED.because("full"), "decline");
    send(story.report(Actor.RECIPIENT, Story.OTHER_PROGRAM, decline), decline);
    say(story.reply(decline), decline);
  }

  private static void cancel(Story story) {
    send(story.submission(), story.request());
    send(story.task(Actor.INITIATOR, Step.CANCEL.because("moved away")), NOTHING);
    say(story.part(ClaimKind.WITHDRAWN, null), NOTHING);
  }

  private static void fail(Story story) {
    Instant now = Instant.now();
    send(story.submission(), story.request());
    send(Claim.attempt(story.id(), new Attempt(1, 1, "http-503", false, now), now), NOTHING);
    send(Claim.attempt(story.id(), new Attempt(1, 2, "gave-up", true, null), now), NOTHING);
    say(operator(ClaimKind.REPLAY, story, null), NOTHING);
    send(Claim.attempt(story.id(), new Attempt(1, 3, "http-422", true, null), now), NOTHING);
    say(operator(ClaimKind.DISCARD, story, "wrong-program"), NOTHING);
  }

  private static void revoke() {
    String patient = "patient-" + UUID.randomUUID();
    Story story = Story.of(Story.BY_TOPIC, patient, Instant.EPOCH);
    submit(story);
    Story delivered = Story.of(Story.BY_TOPIC, patient, Instant.EPOCH);
    submit(delivered);
    say(delivered.part(ClaimKind.DELIVERED, null), NOTHING);
    Story ended = Story.of(Story.BY_TOPIC, patient, Instant.EPOCH);
    submit(ended);
    say(ended.part(ClaimKind.UNDELIVERABLE, "program-closed"), NOTHING);
    say(story.revocation(UUID.randomUUID().toString(), Instant.now()), NOTHING);
    submit(Story.of(Story.BY_TOPIC, patient, Instant.EPOCH));
  }

  private static Claim operator(ClaimKind kind, Story story, String reason) {
    return Claim.ofOperator(kind, story.id(), UUID.randomUUID().toString(), reason, Instant.now());
  }

  /** Nothing is on its way any more. */
  private void quiet() {
    await()
        .atMost(SOON)
        .until(
            () ->
                "0".equals(database.ask("select count(*) from event where published_at is null")));
  }

  private void restoreIdentities(Claim claim) {
    Map<String, String> identities =
        Map.of(
            "message", claim.identity().messageId(), "bundle", claim.identity().bundleIdentifier());
    identities.forEach(
        (kind, value) ->
            database.run(
                "insert into identity values (?, ?, ?, ?, ?)",
                claim.party(),
                kind,
                value,
                claim.claimId(),
                claim.identity().fingerprint()));
  }

  /** Where every topic ends, the broker's own aside. */
  private static Map<TopicPartition, Long> ends() {
    String servers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      Map<TopicPartition, OffsetSpec> latest = new java.util.HashMap<>();
      admin
          .describeTopics(admin.listTopics().names().get())
          .allTopicNames()
          .get()
          .forEach(
              (name, topic) ->
                  topic
                      .partitions()
                      .forEach(
                          p ->
                              latest.put(
                                  new TopicPartition(name, p.partition()), OffsetSpec.latest())));
      latest.keySet().removeIf(place -> place.topic().startsWith("__"));
      Map<TopicPartition, Long> ends = new java.util.HashMap<>();
      admin
          .listOffsets(latest)
          .all()
          .get()
          .forEach((place, info) -> ends.put(place, info.offset()));
      return ends;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
