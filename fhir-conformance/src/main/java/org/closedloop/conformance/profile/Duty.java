package org.closedloop.conformance.profile;

/**
 * That a resource conforms to a profile: what a message, a reference or meta.profile demands.
 *
 * @param subject the resource
 * @param profile the profile
 */
record Duty(Subject subject, Profile profile) {

  // The same resource under the same profile is one duty, whoever demands it.
  @Override
  public boolean equals(Object other) {
    return other instanceof Duty duty
        && subject.resource() == duty.subject.resource()
        && profile == duty.profile;
  }

  @Override
  public int hashCode() {
    return 31 * System.identityHashCode(subject.resource()) + System.identityHashCode(profile);
  }
}
