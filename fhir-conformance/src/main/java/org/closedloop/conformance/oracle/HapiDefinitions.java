package org.closedloop.conformance.oracle;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport.IssueSeverity;
import ca.uhn.fhir.parser.IParser;
import java.util.Collection;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.instance.model.api.IBaseResource;

/**
 * What HAPI's validator looks definitions and codes up in: given resources first, then R4. Code
 * systems it cannot know (SNOMED CT, LOINC and the like) give warnings, never errors.
 */
final class HapiDefinitions {

  private HapiDefinitions() {}

  /**
   * Builds the chain.
   *
   * @param context a context of R4 of the validator's own
   * @param resources conformance resources as JSON; of profiles the differential is enough
   */
  static IValidationSupport chain(FhirContext context, Collection<String> resources) {
    PrePopulatedValidationSupport given = new PrePopulatedValidationSupport(context);
    IParser parser = context.newJsonParser();
    for (String resource : resources) {
      IBaseResource parsed = parser.parseResource(resource);
      given.addResource(parsed);
    }
    UnknownCodeSystemWarningValidationSupport unknown =
        new UnknownCodeSystemWarningValidationSupport(context);
    unknown.setNonExistentCodeSystemSeverity(IssueSeverity.WARNING);
    return new ValidationSupportChain(
        given,
        new DefaultProfileValidationSupport(context),
        new CommonCodeSystemsTerminologyService(context),
        new InMemoryTerminologyServerValidationSupport(context),
        new SnapshotGeneratingValidationSupport(context),
        unknown);
  }
}
