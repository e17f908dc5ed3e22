package org.closedloop.stack.part;

import com.sun.security.auth.module.UnixSystem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.closedloop.stack.process.Launcher;

/**
 * PostgreSQL refuses to run as root. In a user namespace of its own root is nobody to the program,
 * and still the owner of its files.
 */
final class UserNamespace {

  private UserNamespace() {}

  /** A sentence when this user is root and may not make a namespace. */
  static Optional<String> complaint() {
    return !root() || Launcher.works("unshare", "-U", "id", "-u")
        ? Optional.empty()
        : Optional.of(
            "PostgreSQL refuses to run as root, and `unshare -U` does not work here to change that."
                + " Run ./bser as an ordinary user.");
  }

  /** The start of a command line: the program, in a namespace if need be. */
  static List<String> wrap(Path program) {
    List<String> command = new ArrayList<>();
    if (root()) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(program.toString());
    return command;
  }

  private static boolean root() {
    return new UnixSystem().getUid() == 0;
  }
}
