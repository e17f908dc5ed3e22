package org.closedloop.stack.part;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Where one broker listens.
 *
 * @param number from 1, also its id in the cluster
 * @param settings the stack's
 */
record KafkaAddress(int number, StackSettings settings) {

  private static final int CLIENTS = 19092;
  private static final int CONTROLLER = 19093;
  private static final int BEHIND_DETOUR = 19094;

  /** All brokers of a stack. */
  static IntStream numbers(StackSettings settings) {
    return IntStream.rangeClosed(1, settings.size().brokers());
  }

  /** For clients: {@code host:port} of every broker. */
  static String forClients(StackSettings settings) {
    return list(settings, number -> new KafkaAddress(number, settings).clientsAddress());
  }

  /** The same for the services, which may be sent a detour. */
  static String forServices(StackSettings settings) {
    return list(settings, number -> new KafkaAddress(number, settings).advertisedToServices());
  }

  /** Id, host and port of all who vote on what the cluster is. */
  static String voters(StackSettings settings) {
    return list(settings, number -> number + "@" + new KafkaAddress(number, settings).controller());
  }

  private static String list(StackSettings settings, IntFunction<String> one) {
    return numbers(settings).mapToObj(one).collect(Collectors.joining(","));
  }

  String name() {
    return Numbered.name("kafka", number);
  }

  int clientsPort() {
    return port(CLIENTS);
  }

  String clientsAddress() {
    return host(clientsPort());
  }

  int controllerPort() {
    return port(CONTROLLER);
  }

  String controller() {
    return host(controllerPort());
  }

  /** Whether the services are told another port than the broker's own. */
  boolean detoured() {
    return settings.seams().detour(name()).isPresent();
  }

  /** Where a proxy passes on to: what clients hear there leads them back to the proxy. */
  int behindDetourPort() {
    return detoured() ? port(BEHIND_DETOUR) : clientsPort();
  }

  /** Where the services find it. */
  String advertisedToServices() {
    return host(settings.seams().detour(name()).orElse(clientsPort()));
  }

  private int port(int first) {
    return settings.portOffset() + Numbered.port(first, number);
  }

  static String host(int port) {
    return "127.0.0.1:" + port;
  }
}
