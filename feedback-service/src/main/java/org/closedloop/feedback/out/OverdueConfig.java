package org.closedloop.feedback.out;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.closedloop.feedback.core.HubLimits;

/**
 * The timers that are not of a use case. A referral is looked at a minute after it came in, so
 * shorter ones than that have no effect.
 */
@ConfigMapping(prefix = "hub.overdue")
interface OverdueConfig {

  /** From the hub's acceptance until the program has the package. */
  @WithDefault("PT1M")
  Duration deliveredWithin();

  /** From then until the program's first answer. */
  @WithDefault("PT1M")
  Duration acknowledgedWithin();

  /** From a decision until the initiator has heard of it. */
  @WithDefault("PT1M")
  Duration toldWithin();

  default HubLimits limits() {
    return new HubLimits(deliveredWithin(), acknowledgedWithin(), toldWithin());
  }
}
