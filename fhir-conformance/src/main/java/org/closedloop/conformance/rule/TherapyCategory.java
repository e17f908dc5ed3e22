package org.closedloop.conformance.rule;

import java.util.stream.Stream;
import org.closedloop.core.fhir.Entry;
import org.closedloop.core.fhir.Fhir;
import org.closedloop.core.fhir.ItemMatch;
import org.closedloop.core.fhir.Nodes;

/** Observations of the guide's own profile are final and have the category therapy. */
final class TherapyCategory implements Rule {

  private static final String PROFILE =
      "http://hl7.org/fhir/us/bser/StructureDefinition/bser-referral-observation";

  @Override
  public String id() {
    return "therapy-category";
  }

  @Override
  public void check(Message message, Report report) {
    Stream<Entry> claimed = message.all("Observation").filter(TherapyCategory::claimsProfile);
    Stream.concat(claimed, listed(message)).distinct().forEach(entry -> check(entry, report));
  }

  private static boolean claimsProfile(Entry observation) {
    return Nodes.list(Nodes.at(observation.resource(), "meta"), "profile").stream()
        .anyMatch(profile -> isProfile(profile.textValue()));
  }

  private static boolean isProfile(String canonical) {
    return canonical != null && canonical.split("\\|")[0].equals(PROFILE);
  }

  /** Those the use case lists under this profile, whatever they say of themselves. */
  private static Stream<Entry> listed(Message message) {
    return message.flow().stream()
        .flatMap(
            flow ->
                message.sections().stream()
                    .flatMap(
                        section ->
                            section.entries(message.view()).stream()
                                .filter(
                                    entry ->
                                        ItemMatch.items(flow, entry, section.code()).stream()
                                            .anyMatch(item -> isProfile(item.profile())))));
  }

  private static void check(Entry observation, Report report) {
    long therapies =
        Nodes.list(observation.resource(), "category").stream()
            .filter(category -> Nodes.hasCoding(category, Fhir.OBSERVATION_CATEGORY, "therapy"))
            .count();
    if (therapies != 1) {
      report.missing(
          observation.path("category"),
          "The Observation needs the category therapy, once; add it.");
    }
    if (!"final".equals(Nodes.text(observation.resource(), "status"))) {
      report.error(observation.path("status"), "The Observation has to be final.");
    }
  }
}
