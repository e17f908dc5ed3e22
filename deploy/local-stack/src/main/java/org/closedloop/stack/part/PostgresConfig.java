package org.closedloop.stack.part;

import java.util.List;

/** Settings of the local database server, each {@code name=value}. */
final class PostgresConfig {

  private PostgresConfig() {}

  static List<String> settings(int port) {
    return List.of(
        "port=" + port,
        "listen_addresses=127.0.0.1",
        "unix_socket_directories=",
        // What was acknowledged is on disk: the hub's first guarantee rests on these two.
        "fsync=on",
        "synchronous_commit=on",
        // A failed statement or a violated key would show a patient's data in the log.
        "log_error_verbosity=terse",
        "log_min_error_statement=panic",
        "log_timezone=UTC",
        "timezone=UTC",
        // Three instances of two services with their pools, and people who look.
        "max_connections=150",
        "shared_buffers=64MB",
        "jit=off");
  }
}
