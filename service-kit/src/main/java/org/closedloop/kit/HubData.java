package org.closedloop.kit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.closedloop.core.catalog.UseCaseCatalog;
import org.closedloop.core.directory.Directory;

/** Data read once at start-up; a broken folder stops the start, naming file and reason. */
@ApplicationScoped
public class HubData {

  @Produces
  @Singleton
  UseCaseCatalog catalog(HubConfig config) {
    return UseCaseCatalog.load(config.useCases());
  }

  @Produces
  @Singleton
  Directory directory(HubConfig config) {
    return Directory.load(config.directory());
  }

  @Produces
  @Singleton
  Clock clock(HubConfig config) {
    return Clock.offset(Clock.systemUTC(), config.clock().offset());
  }
}
