package org.closedloop.kit.trace;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Spans of messages handed over to parties. */
@ApplicationScoped
public class HandOverTraces {

  private final Traces traces;
  private final Clock clock;

  HandOverTraces(Traces traces, Clock clock) {
    this.traces = traces;
    this.clock = clock;
  }

  /**
   * An attempt that is told of when it is over.
   *
   * @param what words, without the party
   * @param referralId whose message it is
   * @param party to whom
   * @param taken whether the party took it
   * @param attempt what to do
   */
  public <T> Uni<T> around(
      String what, String referralId, String party, Predicate<T> taken, Supplier<Uni<T>> attempt) {
    Optional<String> trace = traces.on() ? TraceIds.trace(referralId) : Optional.empty();
    if (trace.isEmpty()) {
      return attempt.get();
    }
    return Uni.createFrom()
        .deferred(
            () -> {
              Instant from = clock.instant();
              return attempt
                  .get()
                  .onItemOrFailure()
                  .invoke(
                      (result, e) ->
                          traces.tell(
                              new Happened(
                                  what,
                                  new TraceIds.Place(trace.get(), null),
                                  TraceIds.span(referralId),
                                  from,
                                  clock.instant(),
                                  Map.of("hub.party", party),
                                  e != null || !taken.test(result))));
            });
  }
}
