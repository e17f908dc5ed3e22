package org.closedloop.kit.gate;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.closedloop.conformance.Gate;
import org.closedloop.conformance.GateWarmUp;
import org.closedloop.kit.HubConfig;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/** Warms the gate beside the start, and is ready once that is done. */
@Readiness
@ApplicationScoped
@IfBuildProperty(name = "hub.gate", stringValue = "true")
public class GateReadiness implements HealthCheck {

  private static final Logger LOG = Logger.getLogger(GateReadiness.class);

  private final Gate gate;
  private final HubConfig config;
  private volatile boolean warm;

  GateReadiness(Gate gate, HubConfig config) {
    this.gate = gate;
    this.config = config;
  }

  void warmUp(@Observes StartupEvent event) {
    Thread.ofPlatform().name("gate-warm-up").daemon().start(this::warmUp);
  }

  private void warmUp() {
    long begin = System.nanoTime();
    GateWarmUp.run(gate, config.useCases());
    warm = true;
    LOG.infof("gate warm ms=%d", (System.nanoTime() - begin) / 1_000_000);
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("gate").status(warm).build();
  }
}
