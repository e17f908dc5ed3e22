package org.closedloop.core.track;

import java.util.Optional;

/**
 * Which of its referrals a hospital wants to see.
 *
 * @param group of which group
 * @param age only those of this age; empty for all, and without effect on what is closed
 * @param search id, ServiceRequest or Task number; with it the rest does not count. Empty for none
 * @param page from 0
 */
public record ReferralQuery(StatusGroup group, Optional<AgeBand> age, String search, int page) {}
