package org.closedloop.gateway.in;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.closedloop.conformance.shape.R4Model;
import org.closedloop.conformance.shape.StrictShape;
import org.closedloop.core.directory.Role;
import org.closedloop.core.fhir.FhirReader;
import org.closedloop.core.fhir.Reading;
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
    CapabilityProbe probe =
        new CapabilityProbe(base, TestTokens.of("lakeside-hospital", Role.INITIATOR));

    assertThat(probe.said()).isEqualTo(probe.found());
    assertThat(probe.parametersNotUnderstood()).isEmpty();
    assertThat(probe.said()).contains("$process-message", "Bundle $validate", "Task update");
  }

  @Test
  void shouldBeFhir() {
    byte[] statement =
        new CapabilityProbe(base, TestTokens.of("lakeside-hospital", Role.INITIATOR))
            .statement()
            .toString()
            .getBytes(StandardCharsets.UTF_8);

    Reading.Readable read = (Reading.Readable) FhirReader.read(statement);
    assertThat(new StrictShape(R4Model.shared()).check(read.tree().root()).findings()).isEmpty();
  }
}
