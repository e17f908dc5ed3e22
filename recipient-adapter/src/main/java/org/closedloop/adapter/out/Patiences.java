package org.closedloop.adapter.out;

import jakarta.enterprise.context.ApplicationScoped;
import org.closedloop.adapter.AdapterConfig;
import org.closedloop.core.directory.Directory;
import org.closedloop.core.directory.Party;
import org.closedloop.core.retry.RetryPolicy;

/** How patient the hub is with each program: the directory says it, settings may override it. */
@ApplicationScoped
class Patiences {

  private final Directory directory;
  private final RetryPolicy override;

  Patiences(Directory directory, AdapterConfig config) {
    this.directory = directory;
    AdapterConfig.Retry retry = config.retry();
    this.override =
        new RetryPolicy(
            retry.firstPause().orElse(null),
            retry.longestPause().orElse(null),
            retry.giveUpAfter().orElse(null),
            retry.parkedFor().orElse(null));
  }

  /** The policy of a program; the default for one the directory does not know any more. */
  RetryPolicy of(String program) {
    return override.or(directory.find(program).map(Party::retry).orElse(RetryPolicy.DEFAULT));
  }
}
