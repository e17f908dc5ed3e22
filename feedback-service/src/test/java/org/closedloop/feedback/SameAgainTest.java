package org.closedloop.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.Identity;
import org.closedloop.core.claim.Submission;
import org.closedloop.core.claim.Verdict;
import org.closedloop.core.fhir.Placer;
import org.closedloop.core.identity.ReferralId;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.topic.Topics;
import org.junit.jupiter.api.Test;

/** The same again gets the same; other content under the same identity gets 409. */
@QuarkusTest
class SameAgainTest extends RecordTest {

  private static final int CLIENTS = 50;

  @Inject Database database;

  @Test
  void shouldGiveFiftyClientsOneReferralAndOneAnswer() {
    Story story = Story.fresh();
    List<Claim> claims =
        IntStream.range(0, CLIENTS)
            .mapToObj(i -> story.submission(UUID.randomUUID().toString()))
            .toList();

    claims.parallelStream().forEach(claim -> send(claim, story.request()));

    List<Verdict> verdicts = claims.stream().map(claim -> verdict(claim.claimId())).toList();
    assertThat(verdicts).allMatch(Verdict::accepted);
    assertThat(verdicts).extracting(Verdict::firstClaimId).containsOnly(first(verdicts));
    assertThat(verdicts).extracting(Verdict::decidedAt).containsOnly(verdicts.get(0).decidedAt());
    assertThat(database.ask("select sequence from referral where id = ?", uuid(story)))
        .isEqualTo("1");
    assertThat(database.ask("select count(*) from event where referral_id = ?", uuid(story)))
        .isEqualTo("1");
    assertThat(records(Topics.VERDICTS, story.id(), CLIENTS)).hasSize(CLIENTS);
  }

  @Test
  void shouldAnswerSameClaimAgain() {
    Story story = Story.fresh();
    Claim claim = story.submission();
    Verdict first = say(claim, story.request());

    send(claim, story.request());

    assertThat(records(Topics.VERDICTS, story.id(), 2))
        .extracting(r -> envelope(r).facts(Verdict.class))
        .containsExactly(first, first);
    assertThat(records(Topics.JOURNAL, story.id(), 1)).hasSize(1);
  }

  /** A day later: whatever is on record of the claim is as old as that. */
  @Test
  void shouldAnswerADayLaterAsTheFirstTime() {
    Story story = Story.fresh();
    Claim claim = story.submission();
    Verdict first = say(claim, story.request());
    assertThat(age(story)).isEqualTo(2);

    send(claim, story.request());
    Verdict underNewId = say(story.submission(UUID.randomUUID().toString()), story.request());
    Verdict otherContent =
        say(other(claim, UUID.randomUUID().toString(), "other-content"), story.request());

    assertThat(envelope(records(Topics.VERDICTS, story.id(), 2).get(1)).facts(Verdict.class))
        .isEqualTo(first);
    assertThat(underNewId.accepted()).isTrue();
    assertThat(underNewId.firstClaimId()).isEqualTo(claim.claimId());
    assertThat(underNewId.decidedAt()).isEqualTo(first.decidedAt());
    assertThat(otherContent.httpStatus()).isEqualTo(409);
  }

  private int age(Story story) {
    return database.run(
            "update claim set decided_at = decided_at - interval '25 hours' where claim_key in"
                + " (select claim_key from event where referral_id = ?)",
            uuid(story))
        + database.run(
            "update event set decided_at = decided_at - interval '25 hours',"
                + " published_at = published_at - interval '25 hours' where referral_id = ?",
            uuid(story));
  }

  @Test
  void shouldRefuseOtherContentUnderSameClaimIdAndKeepItInHistory() {
    Story story = Story.fresh();
    Claim first = story.submission();
    say(first, story.request());

    send(other(first, first.claimId(), "other-content"), story.request());

    Verdict refused = envelope(records(Topics.VERDICTS, story.id(), 2).get(1)).facts(Verdict.class);
    assertThat(refused.httpStatus()).isEqualTo(409);
    assertThat(refused.claimId()).isEqualTo(first.claimId());
    assertThat(verdict(first.claimId()).accepted()).isTrue();
    assertThat(journal(story.id(), 2).get(1).accepted()).isFalse();
  }

  @Test
  void shouldRefuseOtherContentUnderSameIdentityAndKeepItInHistory() {
    Story story = Story.fresh();
    Claim first = story.submission();
    say(first, story.request());

    Verdict refused =
        say(other(first, UUID.randomUUID().toString(), "other-content"), story.request());

    assertThat(refused.httpStatus()).isEqualTo(409);
    assertThat(refused.findings()).extracting(Finding::ruleId).containsExactly("identity-conflict");
    assertThat(journal(story.id(), 2).get(1).findings()).isEqualTo(refused.findings());
  }

  @Test
  void shouldRefuseSecondOpenReferralOfServiceRequest() {
    Story story = Story.fresh();
    submit(story);
    Claim second = underTaskNumber(story, "T-second-" + story.id());

    Verdict refused = say(second, story.request());

    assertThat(refused.httpStatus()).isEqualTo(409);
    assertThat(refused.findings()).extracting(Finding::ruleId).containsExactly("referral-open");
    assertThat(journal(second.referralId(), 1).get(0).sequence()).isZero();
  }

  /** Different keys, so different partitions and threads: only the database can tell. */
  @Test
  void shouldAcceptOneOfManyReferralsThatRaceForOneServiceRequest() {
    Story story = Story.fresh();
    List<Claim> claims =
        IntStream.range(0, 12).mapToObj(i -> underTaskNumber(story, "T-" + i)).toList();

    claims.parallelStream().forEach(claim -> send(claim, story.request()));

    assertThat(claims.stream().map(claim -> verdict(claim.claimId())))
        .extracting(Verdict::httpStatus)
        .containsOnlyOnce(200)
        .contains(409);
  }

  @Test
  void shouldAcceptOneOfManyMessagesThatRaceForOneMessageId() {
    String messageId = UUID.randomUUID().toString();
    List<Claim> claims =
        IntStream.range(0, 12)
            .mapToObj(i -> Story.fresh().submission())
            .map(claim -> withIdentity(claim, new Identity(messageId, null, claim.claimId())))
            .toList();
    byte[] message = Story.fresh().request();

    claims.parallelStream().forEach(claim -> send(claim, message));

    assertThat(claims.stream().map(claim -> verdict(claim.claimId())))
        .extracting(Verdict::httpStatus)
        .containsOnlyOnce(200)
        .contains(409);
  }

  private static String first(List<Verdict> verdicts) {
    return verdicts.get(0).firstClaimId();
  }

  private static UUID uuid(Story story) {
    return UUID.fromString(story.id());
  }

  private static Claim other(Claim first, String claimId, String fingerprint) {
    Identity identity =
        new Identity(
            first.identity().messageId(), first.identity().bundleIdentifier(), fingerprint);
    return Claim.submission(
        claimId, first.referralId(), identity, first.submission(), first.claimedAt());
  }

  private static Claim withIdentity(Claim claim, Identity identity) {
    return Claim.submission(
        claim.claimId(), claim.referralId(), identity, claim.submission(), claim.claimedAt());
  }

  private static Claim underTaskNumber(Story story, String number) {
    Submission what = story.what();
    Placer task = new Placer(what.task().system(), null, number);
    Submission other =
        new Submission(
            what.initiator(), what.program(), what.useCase(), what.service(), task, List.of());
    String content = UUID.randomUUID().toString();
    return Claim.submission(
        content,
        ReferralId.of(what.initiator(), what.service(), task),
        new Identity(content, null, content),
        other,
        story.submission().claimedAt());
  }
}
