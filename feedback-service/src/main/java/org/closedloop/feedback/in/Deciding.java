package org.closedloop.feedback.in;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.closedloop.core.claim.Claim;
import org.closedloop.feedback.core.Ruling;
import org.closedloop.feedback.core.Said;
import org.closedloop.feedback.out.Publisher;
import org.closedloop.feedback.out.Recorder;
import org.closedloop.feedback.out.StageMeters;
import org.closedloop.feedback.out.UndecidableClaimException;
import org.closedloop.feedback.out.Waves;
import org.closedloop.kit.Patience;
import org.jboss.logging.Logger;

/** Has a claim decided and does what follows. Broken infrastructure is waited out. */
@ApplicationScoped
class Deciding {

  private static final Logger LOG = Logger.getLogger(Deciding.class);
  private static final int RACES = 10;

  private final Recorder recorder;
  private final Waves waves;
  private final Publisher publisher;
  private final Revocations revocations;
  private final StageMeters stages;

  Deciding(
      Recorder recorder,
      Waves waves,
      Publisher publisher,
      Revocations revocations,
      StageMeters stages) {
    this.stages = stages;
    this.recorder = recorder;
    this.publisher = publisher;
    this.waves = waves;
    this.revocations = revocations;
  }

  /**
   * Decides a claim and publishes what came of it.
   *
   * @return false when the claim breaks our own code, which no retry will mend
   */
  Uni<Boolean> decide(Said said) {
    return decide(said.claim(), () -> recorder.record(said));
  }

  /**
   * Decides claims that do not bear on each other in one transaction and publishes what came of
   * them.
   *
   * @param keys of their records
   */
  Uni<Together> together(List<Said> said, Set<String> keys) {
    List<Said> sorted =
        said.stream().sorted(Comparator.comparing(one -> one.claim().referralId())).toList();
    return waves
        .decide(sorted, keys)
        .invoke(done -> note(sorted, done.rulings()))
        .<Together>map(done -> done.parked().isEmpty() ? new Decided() : new Behind(done.parked()))
        .onFailure()
        .invoke(e -> LOG.warnf("apart claims=%d error=%s", said.size(), e.getClass().getName()))
        .onFailure()
        .recoverWithItem(new Apart());
  }

  private void note(List<Said> said, List<Ruling> rulings) {
    for (int i = 0; i < rulings.size(); i++) {
      log(said.get(i).claim(), rulings.get(i));
      stages.note(rulings.get(i));
    }
  }

  /** Refuses a claim that could not be decided, so that whoever waits hears of it. */
  Uni<Boolean> giveUp(Claim claim) {
    Said said = Said.of(claim, new byte[0]);
    return decide(claim, () -> recorder.giveUp(said));
  }

  private Uni<Boolean> decide(Claim claim, Supplier<Uni<Ruling>> recording) {
    return Patience.untilDone("claim", claim.claimId(), () -> recorded(recording))
        .chain(
            outcome ->
                switch (outcome) {
                  case Outcome.Ruled(Ruling ruling) -> follow(claim, ruling).replaceWith(true);
                  case Outcome.Broke(String where) -> {
                    LOG.errorf("undecidable claim=%s where=%s", claim.claimId(), where);
                    yield Uni.createFrom().item(false);
                  }
                });
  }

  /** A lost race for an identity is run again at once: then it sees who won. */
  private static Uni<Outcome> recorded(Supplier<Uni<Ruling>> recording) {
    return Uni.createFrom()
        .deferred(recording::get)
        .onFailure(Races::lost)
        .retry()
        .atMost(RACES)
        .<Outcome>map(Outcome.Ruled::new)
        .onFailure(UndecidableClaimException.class)
        .recoverWithItem(e -> new Outcome.Broke(e.getMessage()));
  }

  private Uni<Void> follow(Claim claim, Ruling ruling) {
    log(claim, ruling);
    stages.note(ruling);
    return revocations.carryOut(claim, ruling).chain(() -> publisher.publish(ruling));
  }

  private static void log(Claim claim, Ruling ruling) {
    LOG.infof(
        "decided referral=%s claim=%s kind=%s party=%s accepted=%s sequence=%d tid=%s repeated=%s",
        claim.referralId(),
        claim.claimId(),
        claim.kind(),
        claim.party(),
        ruling.verdict().accepted(),
        ruling.verdict().sequence(),
        ruling.verdict().tid(),
        ruling instanceof Ruling.Repeated);
  }

  /** What came of claims that were to be decided together. */
  sealed interface Together {}

  /** All of them are decided and what came of them is published. */
  record Decided() implements Together {}

  /**
   * Nothing was decided: some have to wait.
   *
   * @param parked keys of records that claims are parked under
   */
  record Behind(Set<String> parked) implements Together {}

  /** Nothing was decided for certain, and each is to be decided by itself. */
  record Apart() implements Together {}

  /** What came of an attempt that needs no other. */
  private sealed interface Outcome {

    record Ruled(Ruling ruling) implements Outcome {}

    record Broke(String where) implements Outcome {}
  }
}
