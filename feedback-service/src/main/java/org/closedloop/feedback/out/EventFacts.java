package org.closedloop.feedback.out;

import org.closedloop.core.claim.Decision;
import org.closedloop.core.claim.StatusEvent;
import org.closedloop.core.claim.Verdict;

/**
 * All that an event says, as it is stored, sealed, and published.
 *
 * @param decision for the journal
 * @param status for dashboards; null for a refusal that belongs to no referral
 * @param verdict for whoever waits
 * @param feedbackTopic topic of the initiator the message goes to, null when none does
 */
public record EventFacts(
    Decision decision, StatusEvent status, Verdict verdict, String feedbackTopic) {}
