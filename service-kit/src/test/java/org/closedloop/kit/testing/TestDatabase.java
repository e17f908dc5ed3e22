package org.closedloop.kit.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The database of this JVM's tests: a container where an engine answers, else a child process. */
final class TestDatabase {

  private static Map<String, String> config;

  private TestDatabase() {}

  static synchronized Map<String, String> config(String name) {
    if (config == null) {
      config = TestContainers.wanted() ? container(name) : embedded();
    }
    return config;
  }

  private static Map<String, String> embedded() {
    try {
      EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(postgres)));
      return config("127.0.0.1:" + postgres.getPort() + "/postgres", "postgres", "postgres");
    } catch (IOException e) {
      throw new UncheckedIOException("the test database did not start", e);
    }
  }

  private static void close(EmbeddedPostgres postgres) {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> container(String name) {
    PostgreSQLContainer postgres = new PostgreSQLContainer("postgres:17").withDatabaseName(name);
    postgres.start();
    return config(
        postgres.getHost() + ":" + postgres.getMappedPort(5432) + "/" + name,
        postgres.getUsername(),
        postgres.getPassword());
  }

  private static Map<String, String> config(String place, String user, String password) {
    Map<String, String> all = new HashMap<>();
    all.put("quarkus.datasource.reactive.url", "vertx-reactive:postgresql://" + place);
    all.put("quarkus.datasource.jdbc.url", "jdbc:postgresql://" + place);
    all.put("quarkus.datasource.username", user);
    all.put("quarkus.datasource.password", password);
    return all;
  }
}
