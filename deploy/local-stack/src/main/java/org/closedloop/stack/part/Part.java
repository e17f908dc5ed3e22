package org.closedloop.stack.part;

import java.util.List;
import java.util.Optional;
import org.closedloop.stack.process.Launch;
import org.closedloop.stack.process.Signal;

/** One process of the stack. The stack asks these questions in the order they stand here. */
public interface Part {

  /** Short name, also of its run file and log. */
  String name();

  /** The port others use. */
  int port();

  /** The port to which a detour in front of it leads. */
  default int behindDetour() {
    return port();
  }

  /** All ports it needs. */
  default List<Integer> ports() {
    return List.of(port());
  }

  /** A sentence when it cannot be started here at all, for example because it is not built. */
  Optional<String> complaint();

  /** Makes its storage on first use. */
  default void prepare() {}

  /** How to start it. */
  Launch launch();

  /** Whether it answers; asked until it does. */
  boolean ready();

  /** Makes what must exist in it before others use it. Repeated at every start. */
  default void furnish() {}

  /** How to end it in good order. */
  default Signal ending() {
    return Signal.TERM;
  }
}
