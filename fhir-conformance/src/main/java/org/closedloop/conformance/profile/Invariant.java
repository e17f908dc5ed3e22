package org.closedloop.conformance.profile;

import org.closedloop.conformance.fhirpath.FhirPath;

/**
 * A condition a profile adds.
 *
 * @param key its key, for instance {@code us-core-6}
 * @param human what it means, from the profile
 * @param condition what has to be true at the element
 */
record Invariant(String key, String human, FhirPath condition) {}
