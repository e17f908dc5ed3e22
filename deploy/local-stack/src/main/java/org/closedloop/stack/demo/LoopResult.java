package org.closedloop.stack.demo;

import java.util.List;

/**
 * What became of one referral of the demo; its JSON form is part of the command line's contract.
 *
 * @param useCase name of the use case
 * @param referralId the hub's Task id, null when the hub never told one
 * @param closed the hospital process received the feedback document unprompted
 * @param transitions ids of the table's rows it went through
 * @param deliveredMs from the hospital's sending to the program's receiving
 * @param closedMs from the hospital's sending to its receiving the document
 * @param seenByInitiator the hospital, asking the hub, sees the Task completed with its document
 */
record LoopResult(
    String useCase,
    String referralId,
    boolean closed,
    List<String> transitions,
    Long deliveredMs,
    Long closedMs,
    boolean seenByInitiator) {}
