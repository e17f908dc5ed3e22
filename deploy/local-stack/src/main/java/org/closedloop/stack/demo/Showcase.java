package org.closedloop.stack.demo;

import org.closedloop.core.directory.Party;
import org.closedloop.core.directory.Role;
import org.closedloop.core.fhir.example.ExampleMessages;
import org.closedloop.stack.local.LocalStack;
import org.closedloop.stack.player.HubHttp;

/**
 * What is left for people to do after the demo: a referral of each use case that nobody has
 * answered yet, from the coordinator's hospital to the navigator's program.
 */
final class Showcase {

  private static final String HOSPITAL = "saint-lukes";
  private static final String PROGRAM = "kc-wellness";

  private final LocalStack stack;
  private final Cast cast;

  Showcase(LocalStack stack, Cast cast) {
    this.stack = stack;
    this.cast = cast;
  }

  /** Sends them; one that the hub does not take is left out. */
  void send(String salt) {
    Party hospital = cast.party(HOSPITAL);
    Party program = cast.party(PROGRAM);
    HubHttp http =
        new HubHttp(
            "http://127.0.0.1:" + stack.port("gateway"),
            stack.issuer().token(HOSPITAL, Role.INITIATOR));
    for (Play play : Play.ALL) {
      http.process(
          cast.examples()
              .request(new ExampleMessages.Loop(play.useCase(), salt, hospital, program)));
    }
  }

  /** Where people look, and as whom. */
  static String links(LocalStack stack) {
    return "Look at it (no password; choose the user on the page):\n"
        + "  program's portal     http://127.0.0.1:"
        + stack.port("adapter")
        + "/portal   navigator: six referrals wait for an answer\n"
        + "  hospital's tracking  http://127.0.0.1:"
        + stack.port("gateway")
        + "/track    coordinator: the same six, from the other side\n"
        + "  operations           http://127.0.0.1:"
        + stack.port("feedback")
        + "/ops      ops: states, latencies, what waits for a person";
  }
}
