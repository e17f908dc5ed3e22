package org.closedloop.core.fhir.readable;

import java.util.List;

/**
 * A patient for people; what is not known is null or empty.
 *
 * @param name given and family name
 * @param birthDate ISO text
 * @param gender male, female, other or unknown
 * @param phones telephone numbers
 * @param email first address, null when none
 * @param address lines of the first address
 * @param contact name of a parent or other related person, null when it is the patient or nobody
 * @param numbers identifiers such as {@code MR 12345}
 */
public record PatientCard(
    String name,
    String birthDate,
    String gender,
    List<String> phones,
    String email,
    List<String> address,
    String contact,
    List<String> numbers) {

  /** Nobody is named. */
  static final PatientCard UNKNOWN =
      new PatientCard(null, null, null, List.of(), null, List.of(), null, List.of());
}
