package org.closedloop.acceptance.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The walls of the design, and that each of them is one: a class that breaks it is found. */
class ArchitectureTest {

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .importPaths(
              Stream.of(
                      "referral-core",
                      "fhir-conformance",
                      "service-kit",
                      "initiator-gateway",
                      "referral-router",
                      "recipient-adapter",
                      "feedback-service")
                  .map(module -> Path.of("..", module, "target", "classes"))
                  .toList());

  @Test
  void shouldLookAtAllModules() {
    assertThat(PRODUCT.contain("org.closedloop.core.state.StateMachine")).isTrue();
    for (String service : Stream.of("gateway", "router", "adapter", "feedback").toList()) {
      assertThat(PRODUCT.stream().map(c -> c.getPackageName()))
          .anyMatch(name -> name.equals("org.closedloop." + service + ".core"))
          .anyMatch(name -> name.equals("org.closedloop." + service + ".in"));
    }
  }

  @ParameterizedTest
  @EnumSource(Wall.class)
  void shouldKeepTheWall(Wall wall) {
    wall.rule().check(PRODUCT);
  }

  @ParameterizedTest
  @EnumSource(Wall.class)
  void shouldFindWhoBreaksTheWall(Wall wall) {
    JavaClasses breakers = new ClassFileImporter().importClasses(wall.breakers());
    assertThatThrownBy(() -> wall.rule().check(breakers)).isInstanceOf(AssertionError.class);
  }
}
