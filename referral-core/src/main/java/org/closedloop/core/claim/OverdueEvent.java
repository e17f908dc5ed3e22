package org.closedloop.core.claim;

import java.time.Instant;

/**
 * A referral is late at a stage, or no longer; plain JSON on {@code referral.status} beside {@link
 * StatusEvent}, told apart by {@code ce_type}. Ids and codes only.
 *
 * @param referralId which referral
 * @param useCase name of the use case
 * @param initiator party id
 * @param program party id
 * @param stage {@code delivery}, {@code acknowledgement}, {@code response}, {@code completion} or
 *     {@code feedback}
 * @param turn who is to act: {@code hub}, {@code program} or {@code hospital}
 * @param dueAt when it should have happened
 * @param raisedAt when it was seen to be late
 * @param clearedAt when the referral had moved on; null while it is late
 */
public record OverdueEvent(
    String referralId,
    String useCase,
    String initiator,
    String program,
    String stage,
    String turn,
    Instant dueAt,
    Instant raisedAt,
    Instant clearedAt) {}
