package org.closedloop.router.core;

import java.util.List;
import org.closedloop.conformance.Direction;
import org.closedloop.conformance.Gate;
import org.closedloop.conformance.GateResult;
import org.closedloop.core.claim.Routed;
import org.closedloop.core.fhir.MinimumNecessary;
import org.closedloop.core.fhir.MinimumNecessary.Filtered;
import org.closedloop.core.fhir.Reading;
import org.closedloop.router.core.Destination.Route;

/**
 * Makes of an accepted message what its program may have, and judges that once more: what the
 * filter leaves goes out only if it would pass the gate itself (design section 7). Pure.
 *
 * <p>It is judged in full, what the filter left unchanged too. That the message stands on the
 * journal does not show that a gate ever saw it, nor that it was this gate: use cases and profiles
 * may have changed since. And what was right when the referral came need not be right any more: a
 * consent ends.
 */
public final class Packing {

  /** The filter left a message that breaks a rule: a fault of ours, not of the sender. */
  public static final String FILTERED_INVALID = "filtered-invalid";

  /** The consent has ended since the referral was accepted. */
  public static final String CONSENT_ENDED = "consent-ended";

  private final Gate gate;

  /** Packs behind this gate. */
  public Packing(Gate gate) {
    this.gate = gate;
  }

  /** What became of a message. */
  public sealed interface Packed {

    /**
     * It may go out.
     *
     * @param filtered the message and what was withheld
     */
    record Ready(Filtered filtered) implements Packed {}

    /**
     * It goes nowhere; the original is in the journal.
     *
     * @param routed where it would have gone
     * @param reason code word for the claim
     * @param ruleIds rules of the gate it breaks
     */
    record Unfit(Routed routed, String reason, List<String> ruleIds) implements Packed {}
  }

  /**
   * Filters a message.
   *
   * @param message as accepted
   * @throws IllegalArgumentException when it is not even readable
   */
  public Packed pack(Route route, byte[] message) {
    Filtered filtered = MinimumNecessary.request(message, route.useCase());
    return switch (gate.check(new Reading.Readable(filtered.tree()), Direction.REQUEST)) {
      case GateResult.Passed yes -> new Packed.Ready(filtered);
      case GateResult.Refused no -> unfit(route.routed(), no.refusal().ruleIds());
    };
  }

  /**
   * Filters what the hub itself has to say. It is not gated: the gate judges what parties send, and
   * no hospital may send what the hub decides.
   *
   * @param message written by the hub
   */
  public Packed notice(Route route, byte[] message) {
    return new Packed.Ready(MinimumNecessary.request(message, route.useCase()));
  }

  private static Packed unfit(Routed routed, List<String> ruleIds) {
    boolean consent = ruleIds.stream().allMatch(id -> id.startsWith("consent-"));
    return new Packed.Unfit(routed, consent ? CONSENT_ENDED : FILTERED_INVALID, ruleIds);
  }
}
