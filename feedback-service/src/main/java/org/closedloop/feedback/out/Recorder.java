package org.closedloop.feedback.out;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import org.closedloop.core.directory.Directory;
import org.closedloop.feedback.core.Decider;
import org.closedloop.feedback.core.FeedbackWay;
import org.closedloop.feedback.core.OutgoingMessage;
import org.closedloop.feedback.core.Ruling;
import org.closedloop.feedback.core.Said;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

/** Decides a claim and writes all that follows from it, in one transaction. */
@ApplicationScoped
public class Recorder {

  private final Transactions transactions;
  private final Directory directory;
  private final Clock clock;

  Recorder(Transactions transactions, Directory directory, Clock clock) {
    this.transactions = transactions;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * Completes when the ruling is committed.
   *
   * <p>Fails when the database does, or when another instance wrote the same identity at the same
   * moment: tried again, the transaction sees the other's row. Fails with {@link
   * UndecidableClaimException} when the claim breaks our own code, or holds what the database will
   * never take: no retry will mend that.
   */
  public Uni<Ruling> record(Said said) {
    return transactions
        .write(
            session ->
                new KnownReader(session, said.claim())
                    .read()
                    .chain(found -> decide(session, said, found)))
        .onFailure(BadData::is)
        .transform(UndecidableClaimException::new);
  }

  /** Refuses a claim that could not be decided, as {@link #record} would decide it. */
  public Uni<Ruling> giveUp(Said said) {
    return transactions.write(
        session ->
            new KnownReader(session, said.claim())
                .read()
                .chain(found -> refuse(session, said, found)));
  }

  private Uni<Ruling> refuse(StatelessSession session, Said said, KnownReader.Found found) {
    Ruling ruling = pure(() -> Decider.giveUp(said, found.known(), now()));
    return ruling instanceof Ruling.Decided decided
        ? new RulingWriter(session, said, found)
            .write(decided, Optional.empty(), new FeedbackWay.None())
            .replaceWith(ruling)
        : Uni.createFrom().item(ruling);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private Uni<Ruling> decide(StatelessSession session, Said said, KnownReader.Found found) {
    Instant now = now();
    RulingWriter writer = new RulingWriter(session, said, found);
    Ruling ruling = pure(() -> Decider.decide(said, found.known(), now));
    Uni<Void> written =
        switch (ruling) {
          case Ruling.Repeated repeated -> writer.write(repeated);
          case Ruling.Decided decided ->
              request(session, said, decided, found)
                  .chain(
                      request ->
                          writer.write(
                              decided,
                              pure(() -> OutgoingMessage.of(said, decided, request)),
                              FeedbackWay.of(decided, directory)));
        };
    return written.replaceWith(ruling);
  }

  private static Uni<byte[]> request(
      StatelessSession session, Said said, Ruling.Decided decided, KnownReader.Found found) {
    if (!OutgoingMessage.needsRequest(said, decided)) {
      return Uni.createFrom().nullItem();
    }
    ReferralRow row = found.row().orElseThrow();
    return session.get(PayloadRow.class, row.requestPayload).map(PayloadRow::message);
  }

  private static <T> T pure(Supplier<T> code) {
    try {
      return code.get();
    } catch (RuntimeException e) {
      throw new UndecidableClaimException(e);
    }
  }
}
