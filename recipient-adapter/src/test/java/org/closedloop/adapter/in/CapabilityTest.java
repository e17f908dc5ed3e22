package org.closedloop.adapter.in;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.closedloop.adapter.testing.AdapterTest;
import org.closedloop.core.directory.Role;
import org.closedloop.kit.testing.CapabilityProbe;
import org.closedloop.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;

/** The CapabilityStatement tells the truth. */
@QuarkusTest
@AdapterTest
class CapabilityTest {

  @TestHTTPResource("/")
  URI base;

  @Test
  void shouldListWhatAnswersAndNothingElse() {
    new CapabilityProbe(base, TestTokens.of("push-one", Role.RECIPIENT)).assertTrue();
  }
}
