package org.closedloop.acceptance.chaos;

import java.util.List;

/**
 * What a run came to; the components are the keys of the JSON line (design section 8), counted in
 * referrals.
 *
 * @param clean whether every promise was kept
 * @param minutes length of the whole run, settling included
 * @param submitted how many the hospitals sent
 * @param accepted how many the hub said yes to
 * @param recorded how many are on record
 * @param delivered how many programs got
 * @param closed how many hospitals were told the end of
 * @param lost how many miss something
 * @param twice how many have something twice
 * @param illegal how many were in a state no row leads to
 * @param outOfOrder how many had something in the wrong order
 * @param goodDeadLettered records that stand on a dead letter topic and should not
 * @param faults what was broken
 */
public record ChaosResult(
    boolean clean,
    double minutes,
    long submitted,
    long accepted,
    long recorded,
    long delivered,
    long closed,
    long lost,
    long twice,
    long illegal,
    long outOfOrder,
    long goodDeadLettered,
    List<FaultReport> faults) {

  /**
   * A fault.
   *
   * @param atMs when it began, after the begin of the load
   * @param recoveryMs from its end to the first delivery of a referral sent after its end; null
   *     when none was sent
   */
  public record FaultReport(String kind, String target, long atMs, Long recoveryMs) {}
}
