package org.closedloop.feedback.out;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.postgresql.Driver;

/**
 * A database beside the service's own, on the same server, of which no service knows. Needs the
 * right to create databases.
 */
@ApplicationScoped
class RebuiltDatabase {

  private static final String SUFFIX = "_rebuilt";

  private final Flyway migrations;
  private final String url;
  private final String user;
  private final String password;

  RebuiltDatabase(
      Flyway migrations,
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
      @ConfigProperty(name = "quarkus.datasource.username") Optional<String> user,
      @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
    this.migrations = migrations;
    this.url = url;
    this.user = user.orElse("");
    this.password = password.orElse("");
  }

  /** Makes it anew, empty, with the tables of this version. */
  void create() throws SQLException {
    String name = name() + SUFFIX;
    try (Connection connection = live();
        Statement statement = connection.createStatement()) {
      statement.execute("drop database if exists \"" + name + "\" with (force)");
      statement.execute("create database \"" + name + "\"");
    }
    Flyway.configure()
        .configuration(migrations.getConfiguration())
        .dataSource(rebuiltUrl(), user, password)
        .load()
        .migrate();
  }

  /** A connection to the live record. */
  Connection live() throws SQLException {
    return connect(url);
  }

  /** A connection to the rebuilt one. */
  Connection rebuilt() throws SQLException {
    return connect(rebuiltUrl());
  }

  private Connection connect(String where) throws SQLException {
    Properties how = new Properties();
    how.setProperty("user", user);
    how.setProperty("password", password);
    return new Driver().connect(where, how);
  }

  private String rebuiltUrl() {
    int end = end();
    return url.substring(0, end) + SUFFIX + url.substring(end);
  }

  private String name() {
    return url.substring(url.lastIndexOf('/', end()) + 1, end());
  }

  private int end() {
    int question = url.indexOf('?');
    return question < 0 ? url.length() : question;
  }
}
