package org.closedloop.conformance.profile;

/**
 * A condition a profile adds.
 *
 * @param key its key, for instance {@code us-core-6}
 * @param human what it means, from the profile
 * @param expression FHIRPath
 */
record Invariant(String key, String human, String expression) {}
