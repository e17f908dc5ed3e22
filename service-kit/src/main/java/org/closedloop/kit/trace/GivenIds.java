package org.closedloop.kit.trace;

import io.opentelemetry.sdk.trace.IdGenerator;

/** Gives the next span of this thread the ids it is to have, others random ones. */
final class GivenIds implements IdGenerator {

  private final IdGenerator random = IdGenerator.random();
  private final ThreadLocal<TraceIds.Place> next = new ThreadLocal<>();

  /** What a span started in here has. */
  void in(TraceIds.Place place, Runnable start) {
    next.set(place);
    try {
      start.run();
    } finally {
      next.remove();
    }
  }

  @Override
  public String generateSpanId() {
    TraceIds.Place place = next.get();
    return place == null || place.span() == null ? random.generateSpanId() : place.span();
  }

  @Override
  public String generateTraceId() {
    TraceIds.Place place = next.get();
    return place == null ? random.generateTraceId() : place.trace();
  }
}
