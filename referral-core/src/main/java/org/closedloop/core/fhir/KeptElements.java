package org.closedloop.core.fhir;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which elements of a resource go out (design section 7: deny by default). The workflow resources
 * keep what the BSeR and US Core profiles mark must-support and R4 demands; a clinical type that is
 * not listed, because a user's use case brings it, keeps all but free text and technical elements.
 */
final class KeptElements {

  private static final Map<String, Names> BY_TYPE =
      parse(
          """
          Bundle: identifier type timestamp entry
          MessageHeader: event[x] destination sender source reason focus response
          MessageHeader.source: name software version endpoint
          Task: identifier status statusReason businessStatus intent priority code focus for
            executionPeriod authoredOn lastModified requester performerType owner restriction output
          Task.output: type valueReference
          ServiceRequest: identifier status intent category priority code subject occurrence[x]
            authoredOn requester performer performerType locationCode locationReference reasonCode
            insurance supportingInfo
          Composition: status type subject date author title confidentiality section
          Patient: identifier active name telecom gender birthDate address communication link
          RelatedPerson: active patient relationship name telecom address communication
          PractitionerRole: identifier active practitioner organization code specialty location
            healthcareService telecom endpoint
          Practitioner: identifier active name telecom address
          Organization: identifier active type name telecom address
          HealthcareService: active providedBy category type specialty location name telecom
          Location: status name type telecom address managingOrganization
          Endpoint: status connectionType name managingOrganization payloadType address
          Coverage: identifier status type policyHolder subscriber subscriberId beneficiary dependent
            relationship period payor class network
          Consent: status scope category patient dateTime performer organization policy policyRule
            provision
          Medication: status code form ingredient
          Observation: status category code subject focus effective[x] issued performer value[x]
            dataAbsentReason interpretation bodySite method component hasMember derivedFrom
            referenceRange
          Condition: clinicalStatus verificationStatus category severity code bodySite subject
            onset[x] abatement[x] recordedDate recorder asserter
          AllergyIntolerance: clinicalStatus verificationStatus type category criticality code
            patient onset[x] recordedDate recorder asserter lastOccurrence reaction
          AllergyIntolerance.reaction: substance manifestation onset severity exposureRoute
          Procedure: status statusReason category code subject performed[x] recorder asserter
            performer bodySite outcome
          MedicationRequest: status statusReason intent category priority reported[x] medication[x]
            subject authoredOn requester dosageInstruction
          """);

  private static final Set<String> ALWAYS =
      Set.of("resourceType", "id", "meta", "language", "extension");

  /** Never kept, listed type or not: free text, files, and what the gate refuses anyway. */
  private static final Set<String> NEVER =
      Set.of(
          "text",
          "contained",
          "note",
          "photo",
          "implicitRules",
          "modifierExtension",
          "content",
          "presentedForm",
          "conclusion");

  private KeptElements() {}

  /** Whether an element (its name without underscore) of a resource of this type goes out. */
  static boolean keeps(String type, String element) {
    if (ALWAYS.contains(element)) {
      return true;
    }
    Names kept = BY_TYPE.get(type);
    return kept == null ? !NEVER.contains(element) : kept.have(element);
  }

  /**
   * What goes out of an element within a resource; only some are listed, of all others everything
   * that is no free text.
   *
   * @param type of the resource
   * @param element that stands in the resource itself
   * @return null when it is not listed
   */
  static Names within(String type, String element) {
    return BY_TYPE.get(type + "." + element);
  }

  /**
   * Names of elements.
   *
   * @param plain names as they are
   * @param choices what stands before {@code [x]}
   */
  record Names(Set<String> plain, List<String> choices) {

    /** Whether an element, its name without underscore, is one of them. */
    boolean have(String element) {
      if (plain.contains(element)) {
        return true;
      }
      for (int i = 0; i < choices.size(); i++) {
        if (isChoice(choices.get(i), element)) {
          return true;
        }
      }
      return false;
    }

    private static boolean isChoice(String stem, String element) {
      return element.length() > stem.length()
          && element.startsWith(stem)
          && Character.isUpperCase(element.charAt(stem.length()));
    }

    private static Names of(String list) {
      Map<Boolean, List<String>> names =
          Arrays.stream(list.strip().split("\\s+"))
              .collect(Collectors.partitioningBy(name -> name.endsWith("[x]")));
      return new Names(
          Set.copyOf(names.get(false)),
          names.get(true).stream().map(name -> name.substring(0, name.length() - 3)).toList());
    }
  }

  private static Map<String, Names> parse(String table) {
    return Arrays.stream(table.split("\\n(?! )"))
        .map(line -> line.split(":", 2))
        .collect(Collectors.toMap(parts -> parts[0].strip(), parts -> Names.of(parts[1])));
  }
}
