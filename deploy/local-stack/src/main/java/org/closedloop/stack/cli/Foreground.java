package org.closedloop.stack.cli;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.closedloop.stack.local.LocalStack;
import org.closedloop.stack.process.Waiting;

/** Stays while the stack runs and tells when a part of it ends. */
final class Foreground {

  private static final Duration ROUND = Duration.ofSeconds(2);

  /** The parts end one after the other; only what stays half is worth a word. */
  private static final Duration SETTLE = Duration.ofSeconds(6);

  private Foreground() {}

  /** Returns when nothing runs any more, because another terminal said {@code down}. */
  static void watch(LocalStack stack, Console out) {
    Set<String> known = stack.running();
    while (!known.isEmpty()) {
      Set<String> before = known;
      boolean changed = Waiting.until(() -> !stack.running().equals(before), ROUND);
      if (changed && !Waiting.until(() -> stack.running().isEmpty(), SETTLE)) {
        tell(before, stack.running(), out);
      }
      known = stack.running();
    }
    out.say("The hub is down.");
  }

  private static void tell(Set<String> before, Set<String> now, Console out) {
    Set<String> ended = new TreeSet<>(before);
    ended.removeAll(now);
    if (!ended.isEmpty()) {
      String names = String.join(", ", ended);
      out.say("Ended: " + names + ". `./bser up -d` in another terminal starts it again.");
    }
  }
}
