package org.closedloop.feedback.in;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.codec.CodecException;
import org.closedloop.core.codec.EnvelopeCodec;
import org.closedloop.core.fhir.MessageFacts;
import org.closedloop.core.fhir.ReferralMessage;
import org.closedloop.core.topic.Topics;
import org.closedloop.feedback.core.ParkedKind;
import org.closedloop.feedback.out.DeadLetterRecords;
import org.closedloop.feedback.out.DeadLetterRecords.Original;
import org.closedloop.feedback.out.Parked;
import org.closedloop.feedback.out.ParkedStore;
import org.closedloop.feedback.out.RecordQueries;
import org.closedloop.kit.kafka.HubRecord;
import org.closedloop.kit.kafka.Received;
import org.closedloop.kit.kafka.RecordSender;

/**
 * Dead letters: the original goes to its topic again, once, and through the same door as the first
 * time; under a request id of its own, since the same claim would only get the first verdict again.
 * What has been accepted meanwhile, or cannot be read, stays where it is.
 */
@ApplicationScoped
class DeadLetterReplays implements Replaying {

  private final DeadLetterRecords records;
  private final RecordQueries record;
  private final ParkedStore store;
  private final RecordSender sender;

  DeadLetterReplays(
      DeadLetterRecords records, RecordQueries record, ParkedStore store, RecordSender sender) {
    this.records = records;
    this.record = record;
    this.store = store;
    this.sender = sender;
  }

  @Override
  public ParkedKind kind() {
    return ParkedKind.DEAD_LETTER;
  }

  @Override
  public Uni<Outcome> replay(Parked item, OpsRequest request) {
    return records
        .read(item)
        .chain(
            found ->
                found.isEmpty()
                    ? Uni.createFrom().item(Outcome.of(item, Outcome.STILL_PARKED, "expired"))
                    : replay(item, found.get(), request));
  }

  private Uni<Outcome> replay(Parked item, Original original, OpsRequest request) {
    return prospect(original)
        .chain(
            prospect ->
                switch (prospect) {
                  case APPLIED -> applied(item, request);
                  case HOPELESS ->
                      Uni.createFrom().item(Outcome.of(item, Outcome.STILL_PARKED, "unreadable"));
                  case OPEN -> again(item, original, request);
                });
  }

  private Uni<Outcome> applied(Parked item, OpsRequest request) {
    Outcome outcome = Outcome.of(item, Outcome.ALREADY_APPLIED, "accepted-meanwhile");
    return request.dryRun()
        ? Uni.createFrom().item(outcome)
        : store.replayed(item.id(), "accepted-meanwhile", request.mark(item)).replaceWith(outcome);
  }

  private Uni<Outcome> again(Parked item, Original original, OpsRequest request) {
    if (request.dryRun()) {
      return Uni.createFrom().item(Outcome.of(item, Outcome.WOULD_REPLAY, null));
    }
    HubRecord out =
        new HubRecord(
            original.topic(),
            original.key(),
            original.value(),
            original.ofHub() ? Map.of() : Map.of(Received.REQUEST_ID, item.id()));
    return store
        .once(item.id(), request.mark(item), () -> sender.send(out))
        .map(
            mine ->
                mine
                    ? Outcome.of(item, Outcome.REPLAYED, null)
                    : Outcome.of(item, Outcome.ALREADY_APPLIED, "not-parked"));
  }

  @Override
  public Uni<Outcome> discard(Parked item, OpsRequest request) {
    return store
        .discarded(item.id(), request.reason(), request.mark(item))
        .replaceWith(Outcome.of(item, Outcome.DISCARDED, request.reason()));
  }

  private Uni<Prospect> prospect(Original original) {
    return original.ofHub()
        ? Uni.createFrom().item(readable(original) ? Prospect.OPEN : Prospect.HOPELESS)
        : ofParty(original);
  }

  private static boolean readable(Original original) {
    try {
      byte[] facts = EnvelopeCodec.open(original.value()).facts();
      return facts.length > 0
          && (!original.topic().equals(Topics.JOURNAL)
              || EnvelopeCodec.open(original.value()).facts(Decision.class).claim() != null);
    } catch (CodecException e) {
      return false;
    }
  }

  /** A message that was accepted meanwhile, under whatever request id, is applied. */
  private Uni<Prospect> ofParty(Original original) {
    String party = Topics.partyOf(original.topic());
    return facts(original)
        .map(facts -> record.accepted(party, facts.messageId(), facts.bundleIdentifier()))
        .orElseGet(() -> Uni.createFrom().item(false))
        .map(accepted -> accepted ? Prospect.APPLIED : Prospect.OPEN);
  }

  private static Optional<MessageFacts> facts(Original original) {
    try {
      return Optional.of(ReferralMessage.ofStored(original.value()).facts())
          .filter(facts -> facts.messageId() != null);
    } catch (RuntimeException notOurMessage) {
      return Optional.empty();
    }
  }

  /** What would come of sending it again. */
  private enum Prospect {
    OPEN,
    APPLIED,
    HOPELESS
  }
}
