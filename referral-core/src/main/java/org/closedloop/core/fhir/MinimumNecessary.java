package org.closedloop.core.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.closedloop.core.catalog.Flow;
import org.closedloop.core.catalog.UseCase;

/**
 * The minimum-necessary filter (design section 7): deny by default. Out goes only what is reachable
 * from the workflow resources and on the use case's list; everything in the result stood in the
 * source, but for an own identifier of the hub and the text of an emptied section. Filtering twice
 * changes nothing. Works for messages without documents (status updates) too.
 */
public final class MinimumNecessary {

  /**
   * A filtered message.
   *
   * @param tree the message that may go out
   * @param withheld what was not passed on, by type and reason, never content
   * @param changed false when the message may go out as it was
   */
  public record Filtered(FhirTree tree, List<Withheld> withheld, boolean changed) {

    public Filtered {
      withheld = List.copyOf(withheld);
    }

    /** The message that may go out. */
    public byte[] bytes() {
      return tree.bytes();
    }
  }

  private MinimumNecessary() {}

  /**
   * What of a request may go to the recipient.
   *
   * @param message a message that passed the gate
   * @param useCase its use case; null (a status update) lets no document through
   */
  public static Filtered request(ReferralMessage message, UseCase useCase) {
    return filter(message, useCase == null ? null : useCase.request());
  }

  /** What of a feedback may go to the initiator; parameters as for {@link #request}. */
  public static Filtered feedback(ReferralMessage message, UseCase useCase) {
    return filter(message, useCase == null ? null : useCase.feedback());
  }

  /**
   * The same for a message that was not read yet.
   *
   * @throws IllegalArgumentException when it is not even readable
   */
  public static Filtered request(byte[] message, UseCase useCase) {
    return request(ReferralMessage.ofStored(message), useCase);
  }

  /** The same for a message that was not read yet; throws as that for requests does. */
  public static Filtered feedback(byte[] message, UseCase useCase) {
    return feedback(ReferralMessage.ofStored(message), useCase);
  }

  private static Filtered filter(ReferralMessage message, Flow flow) {
    ObjectNode before = message.tree().root();
    ObjectNode after = before.deepCopy();
    List<Withheld> withheld = new MessageFilter(after, flow).run();
    return new Filtered(FhirTree.written(after), withheld, !after.equals(before));
  }
}
