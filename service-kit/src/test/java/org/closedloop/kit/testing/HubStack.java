package org.closedloop.kit.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * A real broker with all topics and, with the argument {@code database}, a real PostgreSQL. One
 * stack a module run: it starts with the first test class that asks and lives as long as the JVM.
 */
public class HubStack implements QuarkusTestResourceLifecycleManager {

  /** Secret of the internal API in tests. */
  public static final String INTERNAL_KEY = "test-internal-key";

  private String database;

  @Override
  public void init(Map<String, String> args) {
    database = args.get("database");
  }

  @Override
  public Map<String, String> start() {
    Map<String, String> config = new HashMap<>();
    config.put("kafka.bootstrap.servers", TestBroker.bootstrapServers());
    config.put("hub.directory", TestData.parties().toString());
    config.put("hub.use-cases", TestData.useCases().toString());
    config.put("hub.issuer-key", TestKeys.publicKeyFile().toString());
    config.put("hub.internal-key", INTERNAL_KEY);
    config.put("quarkus.http.test-port", "0");
    if (database != null) {
      config.putAll(TestDatabase.config(database));
    }
    return config;
  }

  @Override
  public void stop() {
    // Broker and database end with the JVM: the next test class of the module uses them again.
  }
}
