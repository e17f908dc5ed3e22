package org.closedloop.acceptance.chaos.hub;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.closedloop.acceptance.chaos.play.TcpProxy;
import org.closedloop.stack.local.LocalStack;

/** The lines from the services to the brokers and to the database, which can be broken. */
final class HubLines {

  /** A line listens so many ports behind the part it leads to. */
  private static final int FURTHER = 3;

  private static final String DATABASE = "postgresql";

  private HubLines() {}

  /** Where the services are to be told to find a broker or the database, by name of the part. */
  static Map<String, Integer> detours(LocalStack stack) {
    Map<String, Integer> ports = new HashMap<>();
    Stream.concat(stack.brokers().stream(), Stream.of(DATABASE))
        .forEach(part -> ports.put(part, stack.port(part) + FURTHER));
    return ports;
  }

  /** Opens the lines of a stack whose services are told so. */
  static Map<String, TcpProxy> open(LocalStack stack) {
    Map<String, TcpProxy> lines = new TreeMap<>();
    stack
        .settings()
        .seams()
        .detours()
        .forEach((part, port) -> lines.put(part, new TcpProxy(port, stack.behindDetour(part))));
    return lines;
  }
}
