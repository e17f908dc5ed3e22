package org.closedloop.stack.local;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.closedloop.stack.check.PortCheck;
import org.closedloop.stack.part.HubService;

/** An offset at which a whole stack finds its ports free. */
final class FreePorts {

  private static final List<Integer> BACKING =
      List.of(15432, 19092, 19093, 19094, 19192, 19193, 19194, 19292, 19293, 19294);

  private FreePorts() {}

  static int offset() {
    return ThreadLocalRandom.current()
        .ints(1000, 12_000)
        .filter(FreePorts::allFree)
        .findFirst()
        .orElseThrow();
  }

  private static boolean allFree(int offset) {
    return BACKING.stream().allMatch(port -> free(port + offset))
        && List.of(HubService.values()).stream().allMatch(s -> free(s.port() + offset));
  }

  private static boolean free(int port) {
    return PortCheck.complaint(port, "this test").isEmpty();
  }
}
