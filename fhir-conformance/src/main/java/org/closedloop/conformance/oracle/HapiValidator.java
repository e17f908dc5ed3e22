package org.closedloop.conformance.oracle;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ValidationOptions;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.closedloop.core.outcome.Finding;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r5.utils.validation.constants.BestPracticeWarningLevel;

/**
 * HAPI's opinion on a message. Safe for many threads.
 *
 * <p>It sees faults of shape and profile, hardly any of meaning and none of policy: those are the
 * gate's. Whatever {@code meta.profile} claims, a message is held against the guide's message
 * profile, and all that hangs on it against theirs.
 */
public final class HapiValidator {

  private static final String MESSAGE =
      "http://hl7.org/fhir/us/bser/StructureDefinition/BSeR-ReferralMessageBundle";

  private final IValidationSupport definitions;
  private final FhirValidator validator;

  private HapiValidator(Collection<String> resources) {
    FhirContext context = FhirContext.forR4();
    definitions = HapiDefinitions.chain(context, resources);
    FhirInstanceValidator module = new FhirInstanceValidator(definitions);
    module.setAnyExtensionsAllowed(true);
    module.setErrorForUnknownProfiles(false);
    module.setNoExtensibleWarnings(true);
    module.setBestPracticeWarningLevel(BestPracticeWarningLevel.Ignore);
    validator = context.newValidator().registerValidatorModule(module);
  }

  /** The validator over the project's own profiles; made when first asked for. */
  public static HapiValidator own() {
    return Own.VALIDATOR;
  }

  /**
   * What is wrong with a message.
   *
   * @param message JSON that the gate's strict parse has passed: on anything less HAPI may throw
   * @return errors and warnings; a text never quotes the message, and an expression is FHIRPath
   */
  public List<Finding> check(byte[] message) {
    ValidationOptions options = new ValidationOptions().addProfile(MESSAGE);
    String json = new String(message, StandardCharsets.UTF_8);
    return HapiFindings.of(validator.validateWithResult(json, options));
  }

  /** Where this validator looks definitions up. */
  IValidationSupport definitions() {
    return definitions;
  }

  /** Loads the definitions when it is first used, and not with the class around it. */
  private static final class Own {
    static final HapiValidator VALIDATOR = new HapiValidator(ProfileFiles.beyondR4());
  }
}
