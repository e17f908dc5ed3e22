package org.closedloop.conformance.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.closedloop.conformance.fhirpath.FhirTypes;
import org.closedloop.conformance.shape.R4Model;
import org.closedloop.conformance.shape.TypeTable;
import org.closedloop.core.fhir.Nodes;

/** All profiles there are, compiled. Without state and safe for many threads. */
public final class Profiles {

  /** What every message of the guide has to be. */
  static final String MESSAGE =
      "http://hl7.org/fhir/us/bser/StructureDefinition/BSeR-ReferralMessageBundle";

  private final Map<String, Profile> byUrl;
  private final FhirTypes types;
  private final TypeTable extension;

  private Profiles(Map<String, Profile> byUrl, R4Model model) {
    this.byUrl = byUrl;
    this.types = new FhirTypes(model);
    this.extension = model.dataType("Extension").orElseThrow();
  }

  /**
   * Compiles all definitions.
   *
   * @throws BrokenDefinitionException when one of them cannot be used
   */
  public static Profiles compile(Definitions definitions, R4Model model) {
    ProfileCompiler compiler = new ProfileCompiler(definitions, model);
    Map<String, Profile> profiles = new HashMap<>();
    for (JsonNode structure : definitions.structures()) {
      if ("constraint".equals(Nodes.text(structure, "derivation"))) {
        profiles.put(Nodes.text(structure, "url"), compiler.compile(structure));
      }
    }
    return new Profiles(Map.copyOf(profiles), model);
  }

  Optional<Profile> find(String url) {
    return Optional.ofNullable(findOrNull(url));
  }

  /** As {@link #find}, null for none. */
  Profile findOrNull(String url) {
    Profile found = byUrl.get(url);
    return found != null ? found : byUrl.get(Canonical.withoutVersion(url));
  }

  /** The definition of an extension, empty when its URL names none that is known. */
  Optional<Profile> extension(JsonNode extension) {
    String url = Nodes.text(extension, "url");
    return url == null ? Optional.empty() : find(url).filter(Profile::isExtension);
  }

  FhirTypes types() {
    return types;
  }

  TypeTable extensionTable() {
    return extension;
  }
}
