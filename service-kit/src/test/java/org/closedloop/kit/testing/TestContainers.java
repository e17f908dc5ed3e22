package org.closedloop.kit.testing;

import org.testcontainers.DockerClientFactory;

/**
 * The one switch: environment {@code HUB_TEST_CONTAINERS} = {@code true}, {@code false} or {@code
 * auto} (the default: containers where an engine answers).
 */
final class TestContainers {

  private static final boolean WANTED = decide();

  private TestContainers() {}

  static boolean wanted() {
    return WANTED;
  }

  private static boolean decide() {
    String wish = System.getenv().getOrDefault("HUB_TEST_CONTAINERS", "false");
    boolean wanted =
        switch (wish) {
          case "true" -> true;
          case "auto" -> DockerClientFactory.instance().isDockerAvailable();
          default -> false;
        };
    System.out.println(
        "Broker and database of the tests: " + (wanted ? "containers" : "embedded processes"));
    return wanted;
  }
}
