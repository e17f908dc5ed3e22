package org.closedloop.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.claim.Verdict;
import org.closedloop.core.codec.RecordJson;
import org.closedloop.core.fhir.ReferralMessage;
import org.closedloop.core.fhir.TaskView;
import org.closedloop.core.state.Actor;
import org.closedloop.core.topic.Topics;
import org.junit.jupiter.api.Test;

/** A withdrawal that races an outcome: one wins, both sides are told the same. */
@QuarkusTest
class CancelRaceTest extends RecordTest {

  @Test
  void shouldLetOneWin() {
    List<Race> races = IntStream.range(0, 8).mapToObj(i -> new Race(Story.fresh())).toList();
    races.forEach(Race::prepare);

    races.parallelStream()
        .flatMap(race -> race.claims().parallel())
        .forEach(said -> send(said.claim(), said.message()));

    races.forEach(CancelRaceTest::oneWins);
  }

  private static void oneWins(Race race) {
    Verdict outcome = verdict(race.outcome().claim().claimId());
    Verdict withdrawal = verdict(race.withdrawal().claim().claimId());
    assertThat(List.of(outcome.httpStatus(), withdrawal.httpStatus()))
        .containsExactlyInAnyOrder(200, 422);
    String id = race.story().id();
    String end = outcome.accepted() ? "completed" : "cancelled";
    assertThat(List.of(seen(Story.BY_TOPIC, id), seen(Story.PROGRAM, id))).containsOnly(end);
    assertThat(journal(id, 5)).extracting(Decision::sequence).containsExactly(1L, 2L, 3L, 4L, 5L);
    List<ConsumerRecord<String, byte[]>> told =
        topics.all(Topics.initiatorFeedback(Story.BY_TOPIC)).stream()
            .filter(r -> id.equals(r.key()))
            .toList();
    assertThat(told)
        .extracting(r -> ReferralMessage.ofStored(r.value()).facts().taskStatus())
        .containsExactly("accepted", end);
  }

  private static String seen(String party, String id) {
    byte[] task = internal("/internal/parties/" + party + "/tasks/" + id).asByteArray();
    return RecordJson.read(task, TaskView.class).status();
  }

  private record Say(Claim claim, byte[] message) {}

  private record Race(Story story, Say outcome, Say withdrawal) {

    Race(Story story) {
      this(
          story,
          new Say(story.reply(story.outcome()), story.outcome()),
          new Say(story.part(ClaimKind.WITHDRAWN, null), NOTHING));
    }

    void prepare() {
      submitAndAccept(story);
      say(story.task(Actor.INITIATOR, Step.CANCEL), NOTHING);
    }

    Stream<Say> claims() {
      return Stream.of(outcome, withdrawal);
    }
  }
}
