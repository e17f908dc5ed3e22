package org.closedloop.conformance.validate;

import java.util.Optional;
import java.util.Set;
import org.closedloop.conformance.Direction;
import org.closedloop.core.fhir.Entry;
import org.closedloop.core.fhir.Fhir;
import org.closedloop.core.fhir.FhirTree;
import org.closedloop.core.fhir.MessageView;
import org.closedloop.core.fhir.Nodes;
import org.closedloop.core.fhir.Reading;

/**
 * Who probably sends a message, where no door tells: a recipient where the Task is accepted,
 * rejected, in progress without asking for cancellation (5.2), cancelled or completed, else an
 * initiator (GD-08, GD-10). Good enough to choose the rules of a rehearsal, never to let anybody
 * in.
 */
public final class DirectionGuess {

  private static final Set<String> RECIPIENTS_STATUSES =
      Set.of("accepted", "rejected", "in-progress", "cancelled", "completed");
  private static final String CANCELLATION_REQUESTED = "5.2";

  private DirectionGuess() {}

  /** The direction; {@link Direction#REQUEST} where there is no Task that tells. */
  public static Direction of(Reading message) {
    return message instanceof Reading.Readable(FhirTree tree)
            && task(tree).filter(DirectionGuess::isRecipients).isPresent()
        ? Direction.FEEDBACK
        : Direction.REQUEST;
  }

  private static Optional<Entry> task(FhirTree tree) {
    MessageView view = new MessageView(tree.root());
    return view.task().or(() -> view.message().ofType("Task").stream().findFirst());
  }

  private static boolean isRecipients(Entry task) {
    String status = Nodes.text(task.resource(), "status");
    String business = Nodes.code(Nodes.at(task.resource(), "businessStatus"), Fhir.BUSINESS_STATUS);
    return status != null
        && RECIPIENTS_STATUSES.contains(status)
        && !CANCELLATION_REQUESTED.equals(business);
  }
}
