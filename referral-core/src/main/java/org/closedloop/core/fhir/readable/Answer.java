package org.closedloop.core.fhir.readable;

/**
 * Something found or said that is not a number: an observation, a condition, an allergy, a drug.
 *
 * @param label what was asked or looked at
 * @param text what came of it
 * @param code its first code, null when it has none
 * @param date since or at when, ISO text; null when not said
 * @param about name of the person when that is not the patient, else null
 */
public record Answer(String label, String text, String code, String date, String about) {}
