package org.closedloop.conformance.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The folder {@code r4} says what R4 says: HAPI has the originals. */
class R4ParityTest {

  static Stream<MetadataResource> copies() {
    return ParityContext.resources(ParityContext.OURS.resolve("r4")).stream()
        .map(MetadataResource.class::cast);
  }

  @ParameterizedTest
  @MethodSource("copies")
  void shouldSayWhatR4Says(MetadataResource copy) {
    if (copy instanceof StructureDefinition structure) {
      StructureDefinition original = ParityContext.structure(structure.getUrl());
      assertThat(Parity.differences(original, ParityContext.withSnapshot(structure))).isEmpty();
    } else {
      assertThat(Codes.of(copy)).isEqualTo(Codes.of(original(copy)));
    }
  }

  private static Resource original(MetadataResource copy) {
    IBaseResource original =
        copy instanceof ValueSet
            ? ParityContext.definitions().fetchValueSet(copy.getUrl())
            : ParityContext.definitions().fetchCodeSystem(copy.getUrl());
    return (Resource) original;
  }
}
