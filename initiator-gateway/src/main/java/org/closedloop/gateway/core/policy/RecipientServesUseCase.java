package org.closedloop.gateway.core.policy;

import java.util.Optional;
import org.closedloop.core.catalog.UseCase;
import org.closedloop.core.directory.Party;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Refusal;
import org.closedloop.gateway.core.arrival.Arrival;

/** The program a new referral is for serves its use case, which the gate has recognised. */
final class RecipientServesUseCase implements Policy {

  @Override
  public Optional<Refusal> judge(Arrival arrival) {
    if (!arrival.opensReferral()) {
      return Optional.empty();
    }
    return arrival
        .useCase()
        .filter(useCase -> !mayServe(arrival.recipient(), useCase))
        .map(RecipientServesUseCase::notServed);
  }

  /** An unknown recipient is another policy's business. */
  private static boolean mayServe(Optional<Party> recipient, UseCase useCase) {
    return recipient.isEmpty() || recipient.get().useCases().contains(useCase.name());
  }

  private static Refusal notServed(UseCase useCase) {
    return Refusal.of(
        422,
        Finding.error(
            "recipient-use-case",
            Elements.OWNER,
            "The program of Task.owner does not serve the use case "
                + useCase.name()
                + ". Choose a program that does."));
  }
}
