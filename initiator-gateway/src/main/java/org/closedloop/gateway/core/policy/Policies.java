package org.closedloop.gateway.core.policy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Refusal;
import org.closedloop.gateway.core.arrival.Arrival;

/** All policies of the gate, in the order they are asked: the first refusal counts. */
public final class Policies {

  private static final List<Policy> ALL =
      List.of(
          new SenderIsParty(),
          new RequesterIsSender(),
          new SaysWhatInitiatorsMay(),
          new RecipientIsKnown(),
          new RecipientTakesReferrals(),
          new RecipientServesUseCase());

  private Policies() {}

  /** The first refusal; empty when every policy is kept. */
  public static Optional<Refusal> judge(Arrival arrival) {
    return refusals(arrival).findFirst();
  }

  /** The findings of all policies that are not kept, for who only wants to know. */
  public static List<Finding> findings(Arrival arrival) {
    return refusals(arrival).flatMap(refusal -> refusal.findings().stream()).toList();
  }

  private static Stream<Refusal> refusals(Arrival arrival) {
    return ALL.stream().flatMap(policy -> policy.judge(arrival).stream());
  }
}
