package org.closedloop.gateway.in;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.closedloop.gateway.playing.BrokenStack;
import org.closedloop.gateway.playing.Hospital;
import org.closedloop.gateway.playing.Hospital.Reply;
import org.closedloop.gateway.playing.Messages;
import org.junit.jupiter.api.Test;

/** Without a broker nothing can be promised: 503 in bounded time, and the door stays open. */
@QuarkusTest
@WithTestResource(BrokenStack.class)
class BrokerDownTest {

  @TestHTTPResource("/")
  URI base;

  @Test
  void shouldAnswer503InBoundedTime() {
    Hospital hospital = Hospital.of(base, Messages.SENDER);
    Instant begun = Instant.now();

    Reply reply = hospital.send(Messages.request("obesity", "broker-down"));

    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.rules()).containsExactly("unavailable");
    assertThat(reply.retryAfter()).isPresent();
    assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(15));
    assertThat(hospital.get("fhir/metadata").status()).isEqualTo(200);
  }
}
