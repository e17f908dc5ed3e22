package org.closedloop.core.fhir;

/**
 * Something that was not passed on, by type and reason, never content.
 *
 * @param what resource type or element, for instance {@code Observation}, {@code
 *     Patient.identifier}
 * @param reason rule word, for instance {@code not-on-use-case-list}, {@code unreferenced}
 * @param count how many
 */
public record Withheld(String what, String reason, int count) {}
