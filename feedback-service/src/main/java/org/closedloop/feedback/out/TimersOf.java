package org.closedloop.feedback.out;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.closedloop.core.catalog.UseCaseCatalog;
import org.closedloop.core.directory.Directory;
import org.closedloop.core.directory.Party;
import org.closedloop.feedback.core.HubLimits;
import org.closedloop.feedback.core.Referral;
import org.closedloop.feedback.core.Timers;
import org.closedloop.feedback.core.Waiting;

/** The timers of a referral by catalog, directory and settings. */
@ApplicationScoped
class TimersOf {

  private final UseCaseCatalog catalog;
  private final Directory directory;
  private final HubLimits limits;

  TimersOf(UseCaseCatalog catalog, Directory directory, OverdueConfig config) {
    this.catalog = catalog;
    this.directory = directory;
    this.limits = config.limits();
  }

  Timers of(Referral referral, Optional<Waiting> waiting) {
    Optional<Party> program = directory.find(referral.submission().program());
    boolean fetches = program.isPresent() && program.get().sendingChannel().isEmpty();
    return Timers.of(
        referral, catalog.find(referral.submission().useCase()), fetches, waiting, limits);
  }
}
