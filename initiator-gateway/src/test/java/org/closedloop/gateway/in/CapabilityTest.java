package org.closedloop.gateway.in;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.closedloop.core.directory.Role;
import org.closedloop.gateway.playing.GatewayStack;
import org.closedloop.kit.testing.CapabilityProbe;
import org.closedloop.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;

/** The CapabilityStatement tells the truth. */
@QuarkusTest
@WithTestResource(GatewayStack.class)
class CapabilityTest {

  @TestHTTPResource("/")
  URI base;

  @Test
  void shouldListWhatAnswersAndNothingElse() {
    new CapabilityProbe(base, TestTokens.of("lakeside-hospital", Role.INITIATOR)).assertTrue();
  }
}
