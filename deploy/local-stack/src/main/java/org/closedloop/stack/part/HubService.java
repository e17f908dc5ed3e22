package org.closedloop.stack.part;

import java.util.Optional;

/** The four services, in the order data flows: the one table of their ports and memory. */
public enum HubService {
  GATEWAY("gateway", "initiator-gateway", 8081, "256m", null),
  ROUTER("router", "referral-router", 8082, "256m", null),
  ADAPTER("adapter", "recipient-adapter", 8083, "256m", "adapter"),
  FEEDBACK("feedback", "feedback-service", 8084, "256m", "feedback");

  private final String shortName;
  private final String module;
  private final int port;
  private final String heap;
  private final String database;

  HubService(String shortName, String module, int port, String heap, String database) {
    this.shortName = shortName;
    this.module = module;
    this.port = port;
    this.heap = heap;
    this.database = database;
  }

  /** Name of the process. */
  public String shortName() {
    return shortName;
  }

  /** Folder of the Maven module. */
  public String module() {
    return module;
  }

  /** HTTP port, before the stack's offset. */
  public int port() {
    return port;
  }

  /** Largest heap, as for {@code -Xmx}. */
  public String heap() {
    return heap;
  }

  /** Its database, for those that own data. */
  public Optional<String> database() {
    return Optional.ofNullable(database);
  }
}
