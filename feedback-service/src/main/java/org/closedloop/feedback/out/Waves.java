package org.closedloop.feedback.out;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.closedloop.feedback.core.Ruling;
import org.closedloop.feedback.core.Said;

/**
 * Decides claims in one transaction and publishes in the next what came of them, on one connection:
 * the second begins in the round trip that commits the first (docs/adr/0016).
 */
@ApplicationScoped
public class Waves {

  private final Connections connections;
  private final Recorder recorder;
  private final Publisher publisher;
  private final CallbackWorker callbacks;

  Waves(Connections connections, Recorder recorder, Publisher publisher, CallbackWorker callbacks) {
    this.connections = connections;
    this.recorder = recorder;
    this.publisher = publisher;
    this.callbacks = callbacks;
  }

  /**
   * Completes when all is published that can be. Fails as {@link Recorder#record} does; then
   * nothing is known to be decided.
   *
   * @param said none bears on another: neither a referral nor an identity is common to two, and
   *     there is no revocation
   * @param keys of their records
   */
  public Uni<Done> decide(List<Said> said, Set<String> keys) {
    return connections
        .with(sql -> decide(sql, said, keys))
        .call(done -> publisher.others(done.rulings()))
        .call(done -> publisher.each(done.more()));
  }

  private Uni<Done> decide(Sql sql, List<Said> said, Set<String> keys) {
    return Sql.uni(() -> recorder.write(sql, said, () -> ParkedClaims.waiting(sql, keys)))
        .chain(
            trial ->
                trial.parked().isEmpty()
                    ? publish(sql, trial.written())
                    : Uni.createFrom().item(new Done(List.of(), trial.parked(), Set.of())));
  }

  private Uni<Done> publish(Sql sql, Recorder.Written written) {
    Future<Void> committed = sql.commit();
    Uni<Set<UUID>> published = publisher.wave(sql, written.events());
    return Sql.uni(() -> committed)
        .invoke(done -> wake(written))
        .chain(() -> published)
        .map(more -> new Done(written.rulings(), Set.of(), more));
  }

  private void wake(Recorder.Written written) {
    if (written.pushes()) {
      callbacks.wake();
    }
  }

  /**
   * What became of a wave.
   *
   * @param rulings in the order of the claims; none when something was parked
   * @param parked keys of records that claims are parked under: nothing was decided
   * @param more referrals that more was left to publish of
   */
  public record Done(List<Ruling> rulings, Set<String> parked, Set<UUID> more) {}
}
