package org.closedloop.feedback.in;

import io.smallrye.mutiny.Uni;
import org.closedloop.feedback.core.ParkedKind;
import org.closedloop.feedback.out.Parked;

/** How one kind of parked things is taken up again or given up. */
interface Replaying {

  /** Which kind. */
  ParkedKind kind();

  /**
   * Takes an item up again, or says with {@link OpsRequest#dryRun} what would happen and changes
   * nothing.
   */
  Uni<Outcome> replay(Parked item, OpsRequest request);

  /** Gives an item up. */
  Uni<Outcome> discard(Parked item, OpsRequest request);
}
