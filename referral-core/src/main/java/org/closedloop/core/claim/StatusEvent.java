package org.closedloop.core.claim;

import java.time.Instant;
import java.util.List;

/**
 * What dashboards see of a decision; plain JSON on {@code referral.status}. Ids and codes only.
 *
 * @param referralId which referral
 * @param sequence number within the referral
 * @param useCase name of the use case
 * @param initiator party id
 * @param program party id
 * @param kind what was claimed
 * @param accepted whether it took effect
 * @param actor who acted
 * @param tid row of the table, or null
 * @param trigger word of the trigger, or null
 * @param from state before, for instance {@code accepted/3.0}
 * @param to state after
 * @param delivery how far the package has come
 * @param ruleIds why it was refused
 * @param acceptedAt when the hub took the referral in
 * @param recordedAt when it was on record
 * @param routedAt when the router had it on its topic, or null
 * @param deliveredAt when the program had it, or null
 * @param respondedAt when the program first answered, or null
 * @param closedAt when it reached a final state, or null
 * @param decidedAt when this was decided
 */
public record StatusEvent(
    String referralId,
    long sequence,
    String useCase,
    String initiator,
    String program,
    ClaimKind kind,
    boolean accepted,
    String actor,
    String tid,
    String trigger,
    String from,
    String to,
    Delivery delivery,
    List<String> ruleIds,
    Instant acceptedAt,
    Instant recordedAt,
    Instant routedAt,
    Instant deliveredAt,
    Instant respondedAt,
    Instant closedAt,
    Instant decidedAt) {}
