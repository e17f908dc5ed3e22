package org.closedloop.acceptance.rules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** One rule a constant; {@link #breakers()} are classes that break it on purpose. */
enum Wall {
  CORE_IMPORTS_NO_FRAMEWORK(
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.closedloop.core..", "org.closedloop.*.core..", "org.closedloop.conformance..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.quarkus..",
              "io.smallrye..",
              "io.vertx..",
              "jakarta..",
              "org.apache.kafka..",
              "org.hibernate..",
              "org.eclipse.microprofile..",
              "org.closedloop.kit.."),
      "org.closedloop.router.core.FrameworkInCore"),

  SERVICES_DO_NOT_KNOW_EACH_OTHER(
      slices()
          .matching("org.closedloop.(gateway|router|adapter|feedback)..")
          .should()
          .notDependOnEachOther(),
      "org.closedloop.router.core.KnowsAdapter",
      "org.closedloop.adapter.core.Known"),

  TREES_STAY_IN_THE_FHIR_PACKAGE(
      noClasses()
          .that(
              describe(
                  "are not at home with FHIR trees",
                  (JavaClass c) ->
                      !c.getPackageName().startsWith("org.closedloop.core.fhir")
                          && !c.getPackageName().startsWith("org.closedloop.conformance")
                          && !c.getPackageName().matches("org\\.closedloop\\.[a-z]+\\.in(\\..*)?")))
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "com\\.fasterxml\\.jackson\\.(databind\\.(JsonNode|node\\..*)|core\\.TreeNode)"
                  + "|ca\\.uhn\\.fhir\\..*|org\\.hl7\\.fhir\\..*"),
      "org.closedloop.router.core.TreeInCore"),

  CORE_KNOWS_NEITHER_IN_NOR_OUT(
      noClasses()
          .that()
          .resideInAPackage("org.closedloop.*.core..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.closedloop.*.in..", "org.closedloop.*.out.."),
      "org.closedloop.router.core.KnowsOut",
      "org.closedloop.router.out.Out"),

  NO_CYCLES(
      slices().matching("org.closedloop.(*).(*)..").should().beFreeOfCycles(),
      "org.closedloop.router.core.KnowsOut",
      "org.closedloop.router.out.Out");

  private final ArchRule rule;
  private final List<String> breakers;

  Wall(ArchRule rule, String... breakers) {
    this.rule = rule.allowEmptyShould(false);
    this.breakers = List.of(breakers);
  }

  ArchRule rule() {
    return rule;
  }

  Class<?>[] breakers() {
    return breakers.stream().map(Wall::load).toArray(Class<?>[]::new);
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the breaker is missing", e);
    }
  }
}
