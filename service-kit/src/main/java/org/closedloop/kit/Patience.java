package org.closedloop.kit;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * "The world is broken" is waited out: never dead-lettered, never skipped. What is wrong with a
 * message is a value and does not come here.
 */
public final class Patience {

  private static final Logger LOG = Logger.getLogger(Patience.class);
  private static final Duration FIRST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private Patience() {}

  /**
   * Runs the work until it succeeds, with growing pauses.
   *
   * @param what fixed word for the log
   * @param id referral or claim id for the log
   * @param work started anew each time
   */
  public static <T> Uni<T> untilDone(String what, String id, Supplier<Uni<T>> work) {
    Supplier<Uni<T>> told =
        () ->
            Uni.createFrom()
                .deferred(work::get)
                .onFailure()
                .invoke(
                    e ->
                        LOG.warnf(
                            "retrying what=%s id=%s error=%s", what, id, e.getClass().getName()));
    return told.get().onFailure().recoverWithUni(e -> again(told));
  }

  /** Only what failed needs the machinery of pauses, which costs more than most works. */
  private static <T> Uni<T> again(Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .nullItem()
        .onItem()
        .delayIt()
        .by(FIRST)
        .chain(
            () ->
                Uni.createFrom()
                    .deferred(work::get)
                    .onFailure()
                    .retry()
                    .withBackOff(FIRST.multipliedBy(2), LONGEST)
                    .indefinitely());
  }
}
