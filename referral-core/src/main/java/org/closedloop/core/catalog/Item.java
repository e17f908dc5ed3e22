package org.closedloop.core.catalog;

import java.util.List;

/**
 * One kind of clinical content a use case may carry, in a request or in a feedback document.
 *
 * @param name stable short name, for instance {@code blood-pressure}
 * @param display text for people
 * @param type FHIR resource type
 * @param profile canonical URL of the profile it follows
 * @param codes the codes that are meant; empty means any resource of the type
 * @param about {@code patient}, {@code mother} or {@code either}
 * @param section code of the Composition section it stands in
 * @param required whether a message without it is refused
 */
public record Item(
    String name,
    String display,
    String type,
    String profile,
    List<Code> codes,
    String about,
    String section,
    boolean required) {

  public Item {
    codes = codes == null ? List.of() : List.copyOf(codes);
    about = about == null ? "patient" : about;
  }
}
