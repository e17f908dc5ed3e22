package org.closedloop.feedback.out;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
  private final FreshMessages messages;
  private final Directory directory;
  private final Clock clock;

  Recorder(Transactions transactions, FreshMessages messages, Directory directory, Clock clock) {
    this.transactions = transactions;
    this.messages = messages;
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
    return record(List.of(said)).map(rulings -> rulings.get(0));
  }

  /**
   * The same for several claims in one transaction, all or none.
   *
   * @param said none bears on another: neither a referral nor an identity is common to two, and a
   *     revocation comes alone
   * @return the rulings in the same order
   */
  public Uni<List<Ruling>> record(List<Said> said) {
    return transactions
        .write(session -> found(session, said).chain(found -> decide(session, said, found)))
        .invoke(written -> written.messages().forEach(messages::keep))
        .map(Written::rulings)
        .onFailure(BadData::is)
        .transform(UndecidableClaimException::new);
  }

  /** Refuses a claim that could not be decided, as {@link #record} would decide it. */
  public Uni<Ruling> giveUp(Said said) {
    return transactions.write(
        session ->
            found(session, List.of(said)).chain(found -> refuse(session, said, found.get(0))));
  }

  private static Uni<List<KnownReader.Found>> found(StatelessSession session, List<Said> said) {
    return new KnownReader(session, said.stream().map(Said::claim).toList()).read();
  }

  private Uni<Ruling> refuse(StatelessSession session, Said said, KnownReader.Found found) {
    Ruling ruling = pure(() -> Decider.giveUp(said, found.known(), now()));
    RulingWriter writer = new RulingWriter(session);
    if (ruling instanceof Ruling.Decided decided) {
      writer.add(said, found, decided, Optional.empty(), new FeedbackWay.None());
    }
    return writer.write().replaceWith(ruling);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private Uni<Written> decide(
      StatelessSession session, List<Said> said, List<KnownReader.Found> found) {
    Instant now = now();
    RulingWriter writer = new RulingWriter(session);
    List<Ruling> rulings = new ArrayList<>();
    Uni<Void> all = Uni.createFrom().voidItem();
    for (int i = 0; i < said.size(); i++) {
      Said one = said.get(i);
      KnownReader.Found bearing = found.get(i);
      Ruling ruling = pure(() -> Decider.decide(one, bearing.known(), now));
      rulings.add(ruling);
      all = all.chain(() -> add(session, writer, one, bearing, ruling));
    }
    return all.chain(writer::write).map(done -> new Written(rulings, writer.messages()));
  }

  private Uni<Void> add(
      StatelessSession session,
      RulingWriter writer,
      Said said,
      KnownReader.Found found,
      Ruling ruling) {
    return switch (ruling) {
      case Ruling.Repeated repeated -> {
        writer.add(said, repeated);
        yield Uni.createFrom().voidItem();
      }
      case Ruling.Decided decided ->
          request(session, said, decided, found)
              .invoke(
                  request ->
                      writer.add(
                          said,
                          found,
                          decided,
                          pure(() -> OutgoingMessage.of(said, decided, request)),
                          FeedbackWay.of(decided, directory)))
              .replaceWithVoid();
    };
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

  /** What a transaction wrote. */
  private record Written(List<Ruling> rulings, Map<UUID, byte[]> messages) {}
}
