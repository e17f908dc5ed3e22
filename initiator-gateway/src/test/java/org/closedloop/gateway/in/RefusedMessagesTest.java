package org.closedloop.gateway.in;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.closedloop.gateway.playing.GatewayStack;
import org.closedloop.gateway.playing.Hospital;
import org.closedloop.gateway.playing.Hospital.Reply;
import org.closedloop.gateway.playing.Messages;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What is kept of a message refused over HTTP: one log line and a count, nothing of its content.
 */
@QuarkusTest
@WithTestResource(GatewayStack.class)
class RefusedMessagesTest {

  private static final String CANARY = "Canarybird-Zaphira";

  @TestHTTPResource("/")
  URI base;

  private final Log log = new Log();

  @BeforeEach
  void listen() {
    Logger.getLogger("").addHandler(log);
  }

  @AfterEach
  void listenNoMore() {
    Logger.getLogger("").removeHandler(log);
  }

  @Test
  void shouldKeepPartyRequestIdHashAndRules() {
    byte[] broken = broken("kept");

    Reply reply = Hospital.of(base, "lakeside-hospital").send(broken, "X-Request-ID", "req-4711");

    assertThat(reply.status()).isEqualTo(422);
    assertThat(new String(reply.body(), StandardCharsets.UTF_8)).doesNotContain(CANARY);
    assertThat(log.lines)
        .filteredOn(line -> line.startsWith("refused "))
        .containsExactly(
            "refused party=lakeside-hospital request=req-4711 sha256="
                + sha256(broken)
                + " status=422 rules=[fixed-Task.intent]");
    assertThat(log.lines).noneMatch(line -> line.contains(CANARY));
    assertThat(RestAssured.get("/q/metrics").asString())
        .contains("hub_refused_total{rule=\"fixed-Task.intent\"}")
        .doesNotContain(CANARY);
  }

  /** A sender may write anything into a header. */
  @Test
  void shouldNotLogARequestIdThatIsNoPlainId() {
    Hospital.of(base, "lakeside-hospital").send(broken("header"), "X-Request-ID", CANARY + " born");

    assertThat(log.lines).anyMatch(line -> line.contains(" request=? "));
    assertThat(log.lines).noneMatch(line -> line.contains(CANARY));
  }

  private static byte[] broken(String salt) {
    return new String(Messages.request("obesity", salt), StandardCharsets.UTF_8)
        .replaceAll("\"family\"\\s*:\\s*\"[^\"]*\"", "\"family\":\"" + CANARY + "\"")
        .replaceFirst("\"intent\"\\s*:\\s*\"order\"", "\"intent\":\"plan\"")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** Everything that is logged. */
  private static final class Log extends ExtHandler {

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    @Override
    protected void doPublish(ExtLogRecord record) {
      lines.add(record.getFormattedMessage() + (record.getThrown() == null ? "" : " thrown"));
    }
  }
}
