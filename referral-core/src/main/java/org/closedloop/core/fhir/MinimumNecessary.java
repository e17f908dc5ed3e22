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
   * @param bytes the message that may go out
   * @param withheld what was not passed on, by type and reason, never content
   */
  public record Filtered(byte[] bytes, List<Withheld> withheld) {

    public Filtered {
      withheld = List.copyOf(withheld);
    }
  }

  private MinimumNecessary() {}

  /**
   * What of a request may go to the recipient.
   *
   * @param message a message that passed the gate
   * @param useCase its use case; null (a status update) lets no document through
   * @throws IllegalArgumentException when the message is not even readable
   */
  public static Filtered request(byte[] message, UseCase useCase) {
    return filter(message, useCase == null ? null : useCase.request());
  }

  /** What of a feedback may go to the initiator; parameters as for {@link #request}. */
  public static Filtered feedback(byte[] message, UseCase useCase) {
    return filter(message, useCase == null ? null : useCase.feedback());
  }

  private static Filtered filter(byte[] message, Flow flow) {
    ObjectNode root = ReferralMessage.ofStored(message).view().message().bundle();
    List<Withheld> withheld = new MessageFilter(root, flow).run();
    return new Filtered(JsonWriter.bytes(root), withheld);
  }
}
