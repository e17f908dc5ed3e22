package org.closedloop.gateway.in.page;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.Verdict;
import org.closedloop.core.fhir.TaskFacts;
import org.closedloop.core.fhir.TaskView;
import org.closedloop.gateway.core.TaskUpdate;
import org.closedloop.gateway.out.Claims;
import org.closedloop.kit.desk.RecordReader;

/** Says for a person what a hospital's system says by an update of the Task. */
@ApplicationScoped
class Cancellation {

  private static final byte[] NO_MESSAGE = new byte[0];

  private final RecordReader reader;
  private final Claims claims;
  private final Clock clock;

  Cancellation(RecordReader reader, Claims claims, Clock clock) {
    this.reader = reader;
    this.claims = claims;
    this.clock = clock;
  }

  /**
   * Asks for the cancellation of a party's own referral.
   *
   * @param name makes the same request once, however often it is sent; a UUID, or else another is
   *     taken
   * @param reason why, may be empty
   * @return the verdict; empty while undecided
   */
  Uni<Optional<Verdict>> ask(String party, String id, String name, String reason) {
    return reader
        .task(party, id)
        .chain(task -> claims.ask(claim(party, task.orElseThrow(), name, reason), NO_MESSAGE));
  }

  private Claim claim(String party, TaskView task, String name, String reason) {
    TaskFacts asked = TaskUpdate.cancellation(task, reason.isEmpty() ? null : reason);
    return TaskUpdate.claim(party, "page-" + uuid(name), null, asked, clock.instant());
  }

  private static UUID uuid(String name) {
    try {
      return UUID.fromString(name);
    } catch (IllegalArgumentException e) {
      return UUID.randomUUID();
    }
  }
}
