package org.closedloop.core.fhir.metadata;

import java.util.List;

/**
 * What one side of the hub offers over HTTP: nothing more than answers, and nothing less. A test
 * compares it with what does.
 *
 * @param description which side it is
 * @param role role a token must bear
 * @param resources by type
 * @param processMessage what {@code $process-message} takes
 * @param topics what goes over topics instead
 */
public record Offer(
    String description,
    String role,
    List<OfferedResource> resources,
    String processMessage,
    String topics) {

  /**
   * One resource type.
   *
   * @param type for instance {@code Task}
   * @param profiles names of the guide's profiles that are spoken
   * @param interactions codes of FHIR, for instance {@code read}
   * @param parameters what may be searched by
   * @param operations on the type, for instance {@code validate}
   * @param documentation what there is to know
   */
  public record OfferedResource(
      String type,
      List<String> profiles,
      List<String> interactions,
      List<Parameter> parameters,
      List<String> operations,
      String documentation) {}

  /**
   * One search parameter.
   *
   * @param type of FHIR, for instance {@code token}
   */
  public record Parameter(String name, String type, String documentation) {}
}
