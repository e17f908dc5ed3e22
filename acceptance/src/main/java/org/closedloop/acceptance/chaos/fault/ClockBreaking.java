package org.closedloop.acceptance.chaos.fault;

import java.time.Duration;
import java.util.Map;
import org.closedloop.stack.local.LocalStack;
import org.closedloop.stack.part.StackSettings;

/** A service is ended and started with a wrong clock, and later with a right one again. */
final class ClockBreaking implements Breaking {

  private static final String OFFSET = "HUB_CLOCK_OFFSET";

  private final LocalStack stack;
  private final String service;
  private final Duration offset;
  private final Reviving part;

  ClockBreaking(LocalStack stack, String service, Duration offset, Reviving part) {
    this.stack = stack;
    this.service = service;
    this.offset = offset;
    this.part = part;
  }

  @Override
  public void begin() throws InterruptedException {
    part.restartAs(new LocalStack(wrong(stack.settings()), text -> {}));
  }

  @Override
  public void end() throws InterruptedException {
    part.restartAs(stack);
  }

  private StackSettings wrong(StackSettings right) {
    return right.withSeams(
        right.seams().withEnvironment(service, Map.of(OFFSET, offset.toString())));
  }
}
