package org.closedloop.kit.gate;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.closedloop.conformance.Gate;
import org.closedloop.conformance.profile.DefinitionFiles;
import org.closedloop.conformance.profile.Definitions;
import org.closedloop.core.catalog.UseCaseCatalog;
import org.closedloop.kit.HubConfig;

/**
 * The gate of a service that has one ({@code hub.gate}): our profiles, those of packages a user
 * adds, and the use cases.
 */
@ApplicationScoped
@IfBuildProperty(name = "hub.gate", stringValue = "true")
public class GateParts {

  @Produces
  @Singleton
  Gate gate(HubConfig config, UseCaseCatalog catalog, Clock clock) {
    Definitions definitions = config.profiles().own() ? DefinitionFiles.own() : new Definitions();
    config
        .profiles()
        .packages()
        .ifPresent(folder -> DefinitionFiles.addPackages(definitions, folder));
    return new Gate(catalog.all(), clock, definitions);
  }
}
