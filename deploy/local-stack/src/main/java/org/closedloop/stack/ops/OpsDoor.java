package org.closedloop.stack.ops;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.closedloop.core.directory.Role;
import org.closedloop.stack.local.LocalStack;
import org.closedloop.stack.part.HubService;
import org.closedloop.stack.player.HubHttp;
import org.closedloop.stack.process.StackFailure;
import org.closedloop.stack.token.TokenRequest;

/** The operators' surface of the running hub. Failures are sentences. */
final class OpsDoor {

  private final HubHttp http;

  /**
   * Opens it.
   *
   * @throws StackFailure when the service behind it does not run
   */
  OpsDoor(LocalStack stack) {
    String name = HubService.FEEDBACK.shortName();
    if (!stack.running().contains(name)) {
      throw new StackFailure("The hub is not up. `./bser up -d` starts it.");
    }
    this.http =
        new HubHttp(
            "http://127.0.0.1:" + stack.port(name),
            stack.issuer().token(TokenRequest.OPS, Role.OPS));
  }

  JsonNode get(String path) {
    return good(http.get(path));
  }

  /** POST under a request id of its own. */
  JsonNode post(String path, byte[] body) {
    return good(http.send("POST", path, body, UUID.randomUUID().toString()));
  }

  private static JsonNode good(HubHttp.Answer answer) {
    if (answer.status() >= 300) {
      String text = answer.body().root().at("/issue/0/details/text").asText();
      throw new StackFailure(
          text.isEmpty() ? "The hub answered with status " + answer.status() + "." : text);
    }
    return answer.body().root();
  }
}
