package org.closedloop.conformance.oracle;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.parser.IParser;
import java.util.Collection;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;

/**
 * What HAPI's validator looks definitions and codes up in: given resources first, then R4. Codes of
 * systems it cannot know (SNOMED CT, LOINC, a party's own) give warnings at most.
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
      given.addResource(parser.parseResource(resource));
    }
    return new ValidationSupportChain(
        given,
        new DefaultProfileValidationSupport(context),
        new CommonCodeSystemsTerminologyService(context),
        new InMemoryTerminologyServerValidationSupport(context),
        new SnapshotGeneratingValidationSupport(context));
  }
}
