package org.closedloop.conformance.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The project's profiles demand what the published ones demand: the snapshot HAPI makes of each
 * differential against the reference's own snapshot, element by element.
 */
@Tag("guide")
class ParityTest {

  /** Where a snapshot made today says more than the published one, and why that is the same. */
  private enum Justified {
    /** A required slice of a list makes the list required; only newer generators say it there. */
    RACE("us-core-race", "Extension.extension cardinality: '1..*', reference '0..*'", null),
    ETHNICITY(
        "us-core-ethnicity", "Extension.extension cardinality: '1..*', reference '0..*'", null),

    /** HAPI repeats the children of a list for each slice; they say what the list's say. */
    PRACTITIONER_NPI(
        "us-core-practitioner", "Practitioner.identifier:NPI.", "Practitioner.identifier."),
    ORGANIZATION_NPI(
        "us-core-organization", "Organization.identifier:NPI.", "Organization.identifier."),
    ORGANIZATION_CLIA(
        "us-core-organization", "Organization.identifier:CLIA.", "Organization.identifier."),

    /** HAPI repeats for a section within a section what R4 says of any section. */
    NESTED_SECTION(
        "BSeR-ReferralRequestComposition",
        "Composition.section:earlyChildhoodNutritionReferralSupportingInformation.section.",
        "http://hl7.org/fhir/StructureDefinition/Composition#Composition.section.");

    private final String profile;
    private final String text;
    private final String repeated;

    Justified(String profile, String text, String repeated) {
      this.profile = profile;
      this.text = text;
      this.repeated = repeated;
    }

    /** Whether a line is this difference; a repeated element must also be a true repetition. */
    boolean covers(String line, StructureDefinition reference, StructureDefinition ours) {
      if (!reference.getUrl().endsWith("/" + profile)) {
        return false;
      }
      return repeated == null ? line.equals(text) : repeats(line, reference, ours);
    }

    private boolean repeats(String line, StructureDefinition reference, StructureDefinition ours) {
      if (!line.startsWith(text) || !line.endsWith(" is not in the reference")) {
        return false;
      }
      String id = line.substring(0, line.indexOf(' '));
      String[] source = repeated.split("#");
      StructureDefinition of = source.length == 1 ? reference : ParityContext.structure(source[0]);
      String original = source[source.length - 1] + id.substring(text.length());
      List<String> differences = new ArrayList<>();
      Parity.compare(
          id, ElementFacts.of(of).get(original), ElementFacts.of(ours).get(id), differences);
      return differences.isEmpty();
    }
  }

  private static List<Resource> references;
  private static List<Resource> ours;

  @BeforeAll
  static void readDefinitions() {
    Path guide = Path.of(System.getenv("BSER_GUIDE"));
    references = ParityContext.resources(guide.resolve("bser"), guide.resolve("us-core"));
    ours =
        Stream.of("bser", "us-core", "odh", "extensions", "terminology")
            .flatMap(folder -> ParityContext.resources(ParityContext.OURS.resolve(folder)).stream())
            .toList();
  }

  static Stream<StructureDefinition> structures() {
    return only(StructureDefinition.class, references);
  }

  @ParameterizedTest
  @MethodSource("structures")
  void shouldDemandWhatTheReferenceDemands(StructureDefinition reference) {
    StructureDefinition ours =
        ParityContext.withSnapshot(ParityContext.structure(reference.getUrl()));
    assertThat(Parity.differences(reference, ours))
        .filteredOn(line -> justification(line, reference, ours).isEmpty())
        .isEmpty();
  }

  private static Optional<Justified> justification(
      String line, StructureDefinition reference, StructureDefinition ours) {
    return Stream.of(Justified.values()).filter(j -> j.covers(line, reference, ours)).findFirst();
  }

  @Test
  void shouldHaveAllProfilesOfTheReferenceAndNoOthers() {
    assertThat(urls(only(StructureDefinition.class, ours))).isEqualTo(urls(structures()));
  }

  @Test
  void shouldOnlyHaveDifferentials() {
    assertThat(only(StructureDefinition.class, ours))
        .noneMatch(StructureDefinition::hasSnapshot)
        .allMatch(StructureDefinition::hasDifferential);
  }

  static Stream<MetadataResource> terminology() {
    Set<String> published = urls(references.stream());
    return ours.stream()
        .filter(resource -> resource instanceof ValueSet || resource instanceof CodeSystem)
        .map(MetadataResource.class::cast)
        .filter(resource -> published.contains(resource.getUrl()));
  }

  @ParameterizedTest
  @MethodSource("terminology")
  void shouldConsistOfTheSameCodes(MetadataResource ours) {
    Map<String, Resource> published =
        references.stream().collect(Collectors.toMap(ParityTest::url, r -> r, (a, b) -> a));
    assertThat(Codes.of(ours)).isEqualTo(Codes.of(published.get(ours.getUrl())));
  }

  private static <T> Stream<T> only(Class<T> type, List<Resource> resources) {
    return resources.stream().filter(type::isInstance).map(type::cast);
  }

  private static Set<String> urls(Stream<? extends Resource> resources) {
    return resources.map(ParityTest::url).collect(Collectors.toSet());
  }

  private static String url(Resource resource) {
    return ((MetadataResource) resource).getUrl();
  }
}
