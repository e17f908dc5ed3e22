package org.closedloop.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.closedloop.core.track.StatusGroup.ACTIVE;
import static org.closedloop.core.track.StatusGroup.CANCELLING;
import static org.closedloop.core.track.StatusGroup.COMPLETED;
import static org.closedloop.core.track.StatusGroup.OPEN;
import static org.closedloop.core.track.StatusGroup.OVERDUE;
import static org.closedloop.core.track.StatusGroup.WAITING;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.codec.RecordJson;
import org.closedloop.core.state.Actor;
import org.closedloop.core.track.AgeBand;
import org.closedloop.core.track.Journey;
import org.closedloop.core.track.JourneyStep;
import org.closedloop.core.track.Lateness;
import org.closedloop.core.track.ReferralLine;
import org.closedloop.core.track.ReferralPage;
import org.closedloop.core.track.StatusGroup;
import org.closedloop.feedback.out.SecondInstance;
import org.junit.jupiter.api.Test;

/** What a hospital sees of its referrals by the internal API. */
@QuarkusTest
class TrackTest extends RecordTest {

  private static final int MANY = 10_000;
  private static final String HOSPITAL = "track-hospital";

  @Inject Database database;
  @Inject SecondInstance timers;

  @Test
  void shouldTellTheWholeJourneyRefusalsIncluded() {
    Story story = Story.fresh();
    submitAndAccept(story);
    say(story.task(Actor.RECIPIENT, Step.CANCELLED), NOTHING);
    say(story.reply(story.outcome()), story.outcome());

    Journey journey = journey(Story.BY_TOPIC, story);

    assertThat(journey.steps()).extracting(JourneyStep::sequence).containsExactly(1L, 2L, 3L, 4L);
    assertThat(journey.steps())
        .extracting(JourneyStep::accepted)
        .containsExactly(true, true, false, true);
    assertThat(journey.steps().get(2).findings()).isNotEmpty();
    assertThat(journey.referral().status()).isEqualTo("completed");
    assertThat(journey.referral().closedAt()).isNotNull();
    assertThat(journey.referral().programName()).isNotBlank();
    assertThat(journey.documents()).containsExactly(journey.referral().feedbackId());
    assertThat(internal("/internal/parties/mesa-clinic/documents/" + journey.documents().get(0)))
        .returns(200, Response::statusCode);
  }

  @Test
  void shouldShowAReferralToItsHospitalAndItsWayToItsProgram() {
    Story story = Story.fresh();
    submit(story);

    for (String stranger : List.of(Story.PROGRAM, Story.BY_PUSH)) {
      String path = "/internal/parties/" + stranger + "/referrals/" + story.id();
      assertThat(internal(path + "/request").statusCode()).isEqualTo(404);
      assertThat(page(stranger, "search=" + story.id()).lines()).isEmpty();
    }
    String strangers = "/internal/parties/" + Story.BY_PUSH + "/referrals/" + story.id();
    assertThat(internal(strangers).statusCode()).isEqualTo(404);
    assertThat(journey(Story.PROGRAM, story).steps()).as("its program sees its way").hasSize(1);
    String own = "/internal/parties/" + Story.BY_TOPIC + "/referrals/";
    assertThat(internal(own + story.id() + "/request").asByteArray()).isEqualTo(story.request());
    assertThat(internal(own + UUID.randomUUID()).statusCode()).isEqualTo(404);
    assertThat(internal(own + "no-id").statusCode()).isEqualTo(404);
    assertThat(io.restassured.RestAssured.get(own + story.id()).statusCode()).isEqualTo(403);
  }

  @Test
  void shouldFindByIdAndByEitherNumber() {
    Story story = Story.fresh();
    submit(story);

    for (String number :
        List.of(
            story.id(),
            story.facts().servicePlacer().value(),
            story.facts().taskPlacer().value())) {
      assertThat(page(Story.BY_TOPIC, "search=" + number).lines())
          .extracting(ReferralLine::id)
          .containsExactly(story.id());
    }
    assertThat(page(Story.BY_TOPIC, "search=nothing").lines()).isEmpty();
  }

  @Test
  void shouldSayWhatIsLateAndWhoseTurnItIs() {
    Story late = Story.fresh();
    submit(late);
    say(late.part(ClaimKind.DELIVERED, null), NOTHING);

    // A sweep passes over what another one holds, so it is repeated.
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              timers.sweepAfter(Duration.ofMinutes(2)).await().atMost(SOON);
              Lateness first =
                  page(Story.BY_TOPIC, "search=" + late.id()).lines().get(0).late().get(0);
              assertThat(first.stage()).isEqualTo("acknowledgement");
              assertThat(first.turn()).isEqualTo("program");
              ReferralPage overdue = page(Story.BY_TOPIC, "group=overdue");
              assertThat(overdue.lines()).isNotEmpty().allMatch(line -> !line.late().isEmpty());
              assertThat(overdue.count(OVERDUE)).isEqualTo(ask("closed_at is null and overdue"));
            });
  }

  @Test
  void shouldCountAndPageTenThousandOpenReferrals() {
    UUID payload = UUID.randomUUID();
    fill(payload);
    try {
      ReferralPage first = page(HOSPITAL, "group=open");
      assertThat(first.lines()).hasSize(ReferralPage.SIZE);
      assertThat(first.lines().subList(0, 10)).extracting(ReferralLine::id).doesNotHaveDuplicates();
      assertThat(first.lines().stream().map(ReferralLine::acceptedAt)).isSorted();
      assertThat(overdue(first)).isEqualTo("t");
      assertThat(overdue(page(HOSPITAL, "group=open&page=4"))).isEqualTo("t");
      assertThat(overdue(page(HOSPITAL, "group=open&page=5"))).isEqualTo("f");
      assertThat(first.count(OPEN)).isEqualTo(MANY);
      assertThat(first.count(WAITING) + first.count(ACTIVE) + first.count(CANCELLING))
          .isEqualTo(MANY);
      for (StatusGroup group : StatusGroup.values()) {
        long counted = first.count(group);
        assertThat(counted).as(group.word()).isPositive().isEqualTo(paged(group, counted));
      }
      assertThat(first.count(OPEN, AgeBand.WEEK) + first.count(OPEN, AgeBand.MONTH))
          .isEqualTo(MANY - first.count(OPEN, AgeBand.OLDER));
      assertThat(page(HOSPITAL, "group=waiting&age=older").lines()).isNotEmpty();
      assertThat(first.count(COMPLETED)).isPositive();
    } finally {
      database.run("delete from referral where initiator = ?", HOSPITAL);
      database.run("delete from payload where id = ?", payload);
    }
  }

  /** How many the pages hold: the last one that may have any, and all before are full. */
  private static long paged(StatusGroup group, long counted) {
    int last = (int) ((counted - 1) / ReferralPage.SIZE);
    String query = "group=" + group.word() + "&page=";
    assertThat(page(HOSPITAL, query + (last + 1)).lines()).isEmpty();
    return (long) last * ReferralPage.SIZE + page(HOSPITAL, query + last).lines().size();
  }

  /** A hospital with ten thousand open referrals of all states and ages, and as many closed. */
  private void fill(UUID payload) {
    database.run("insert into payload values (?, '')", payload);
    database.run(
        """
        insert into referral (id, initiator, program, use_case, service_value, service_key,
          patient_keys, submission_claim, fingerprint, request_payload, status, business_status,
          delivery, sequence, accepted_at, recorded_at, closed_at, last_modified, overdue)
        select gen_random_uuid(), ?, 'riverbend-wellness', 'arthritis', 'N-' || n, 'track|' || n,
          '{}', 'c', 'f', ?,
          case when n > 10000 then case when n % 5 = 0 then 'rejected' else 'completed' end
            else (array['received', 'accepted', 'in-progress', 'in-progress'])[n % 4 + 1] end,
          case when n > 10000 then case when n % 5 = 0 then '4.0' else '7.0' end
            else (array['2.0', '3.0', '5.1.1', '5.2'])[n % 4 + 1] end,
          'DELIVERED', 4, now() - make_interval(hours => n % 1500), now(),
          case when n > 10000 then now() - make_interval(mins => n) end, now(),
          n <= 10000 and n % 40 = 0
        from generate_series(1, 20000) as n
        """,
        HOSPITAL, payload);
    database.run("analyze referral");
  }

  private String overdue(ReferralPage page) {
    UUID last = UUID.fromString(page.lines().getLast().id());
    return database.ask("select overdue from referral where id = ?", last);
  }

  private long ask(String condition) {
    return Long.parseLong(
        database.ask(
            "select count(*) from referral where initiator = ? and " + condition, Story.BY_TOPIC));
  }

  private static Journey journey(String party, Story story) {
    Response answer = internal("/internal/parties/" + party + "/referrals/" + story.id());
    return RecordJson.read(answer.asByteArray(), Journey.class);
  }

  private static ReferralPage page(String party, String query) {
    Response answer = internal("/internal/parties/" + party + "/referrals?" + query);
    assertThat(answer.statusCode()).isEqualTo(200);
    return RecordJson.read(answer.asByteArray(), ReferralPage.class);
  }
}
