package org.closedloop.core.state;

/**
 * One row of the harmonised table.
 *
 * @param tid the guide's transition id, {@code 01} to {@code 34}
 * @param actor initiator or recipient
 * @param trigger what is sent
 * @param from state before
 * @param to state after
 */
public record Transition(
    String tid, Actor actor, Trigger trigger, ReferralState from, ReferralState to) {}
