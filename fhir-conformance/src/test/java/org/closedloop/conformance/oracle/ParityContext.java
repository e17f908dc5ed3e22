package org.closedloop.conformance.oracle;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import ca.uhn.fhir.parser.IParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StructureDefinition;

/** What the tests that compare definitions share: one validator's definitions, and files. */
final class ParityContext {

  static final IParser PARSER = FhirContext.forR4Cached().newJsonParser();
  static final Path OURS =
      Path.of("src", "main", "resources", "org", "closedloop", "conformance", "profiles");

  private ParityContext() {}

  static IValidationSupport definitions() {
    return HapiValidator.own().definitions();
  }

  static StructureDefinition structure(String url) {
    return (StructureDefinition) definitions().fetchStructureDefinition(url);
  }

  /** With the snapshot HAPI makes of its differential. */
  static StructureDefinition withSnapshot(StructureDefinition structure) {
    ValidationSupportContext context = new ValidationSupportContext(definitions());
    return (StructureDefinition)
        definitions()
            .generateSnapshot(
                context, structure.copy(), structure.getUrl(), null, structure.getName());
  }

  static List<Resource> resources(Path... folders) {
    return Stream.of(folders).flatMap(ParityContext::files).map(ParityContext::read).toList();
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".json")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Resource read(Path file) {
    try {
      return (Resource) PARSER.parseResource(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
