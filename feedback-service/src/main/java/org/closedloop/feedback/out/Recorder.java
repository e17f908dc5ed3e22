package org.closedloop.feedback.out;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.closedloop.core.directory.Directory;
import org.closedloop.feedback.core.Decider;
import org.closedloop.feedback.core.FeedbackWay;
import org.closedloop.feedback.core.OutgoingMessage;
import org.closedloop.feedback.core.Ruling;
import org.closedloop.feedback.core.Said;

/** Decides claims and writes all that follows from them, in one transaction. */
@ApplicationScoped
public class Recorder {

  private final Connections connections;
  private final FreshMessages messages;
  private final Directory directory;
  private final Clock clock;
  private final CallbackWorker callbacks;

  Recorder(
      Connections connections,
      FreshMessages messages,
      Directory directory,
      Clock clock,
      CallbackWorker callbacks) {
    this.connections = connections;
    this.callbacks = callbacks;
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
    return committed(sql -> alone(sql, said))
        .onFailure(BadData::is)
        .transform(UndecidableClaimException::new);
  }

  /** Refuses a claim that could not be decided, as {@link #record} would decide it. */
  public Uni<Ruling> giveUp(Said said) {
    return committed(
        sql ->
            sql.begin()
                .compose(begun -> known(sql, List.of(said)))
                .compose(found -> refuse(sql, said, found.get(0))));
  }

  private Uni<Ruling> committed(Function<Sql, Future<Written>> work) {
    return connections
        .with(sql -> Sql.uni(() -> work.apply(sql).compose(written -> sql.commit().map(written))))
        .invoke(this::after)
        .map(written -> written.rulings().get(0));
  }

  private void after(Written written) {
    if (written.pushes()) {
      callbacks.wake();
    }
    for (FreshEvent fresh : written.events()) {
      if (fresh.event().payloadId != null) {
        messages.keep(fresh.event().payloadId, fresh.message());
      }
    }
  }

  /**
   * Begins a transaction, decides claims and writes what follows; leaves the commit to the caller.
   * Two round trips, three where a message has to be made from a referral's request.
   *
   * @param said none bears on another: neither a referral nor an identity is common to two, and a
   *     revocation comes alone
   * @param parked asks what stands before them, behind the locks and in the same round trip
   * @return the rulings in the same order, or what is parked, and nothing is written; fails with
   *     {@link UndecidableClaimException} when one of the claims breaks our own code
   */
  Future<Trial> write(Sql sql, List<Said> said, Supplier<Future<Set<String>>> parked) {
    Future<Void> begun = sql.begin();
    Future<List<KnownReader.Found>> found = known(sql, said);
    Future<Set<String>> before = parked.get();
    return Future.all(begun, found, before)
        .compose(
            done ->
                before.result().isEmpty()
                    ? decide(sql, said, found.result()).map(Trial::of)
                    : Future.succeededFuture(new Trial(null, before.result())));
  }

  /**
   * What came of a try.
   *
   * @param written null when something was parked
   * @param parked keys of records that claims are parked under
   */
  record Trial(Written written, Set<String> parked) {

    static Trial of(Written written) {
      return new Trial(written, Set.of());
    }
  }

  /** Whoever decides one by itself has looked at what is parked before. */
  private Future<Written> alone(Sql sql, Said said) {
    return write(sql, List.of(said), () -> Future.succeededFuture(Set.of())).map(Trial::written);
  }

  private static Future<List<KnownReader.Found>> known(Sql sql, List<Said> said) {
    return new KnownReader(sql, said.stream().map(Said::claim).toList()).read();
  }

  private Future<Written> refuse(Sql sql, Said said, KnownReader.Found found) {
    Ruling ruling = pure(() -> Decider.giveUp(said, found.known(), now()));
    RulingWriter writer = new RulingWriter(sql);
    if (ruling instanceof Ruling.Decided decided) {
      writer.add(said, found, decided, Optional.empty(), new FeedbackWay.None());
    }
    return written(writer, List.of(ruling));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private Future<Written> decide(Sql sql, List<Said> said, List<KnownReader.Found> found) {
    Instant now = now();
    List<Ruling> rulings = new ArrayList<>();
    for (int i = 0; i < said.size(); i++) {
      Said one = said.get(i);
      KnownReader.Found bearing = found.get(i);
      rulings.add(pure(() -> Decider.decide(one, bearing.known(), now)));
    }
    return requests(sql, said, rulings, found)
        .compose(
            requests ->
                written(
                    pure(() -> rows(new RulingWriter(sql), said, found, rulings, requests)),
                    rulings));
  }

  private RulingWriter rows(
      RulingWriter writer,
      List<Said> said,
      List<KnownReader.Found> found,
      List<Ruling> rulings,
      Map<UUID, byte[]> requests) {
    for (int i = 0; i < said.size(); i++) {
      add(writer, said.get(i), found.get(i), rulings.get(i), requests);
    }
    return writer;
  }

  private static Future<Written> written(RulingWriter writer, List<Ruling> rulings) {
    return writer.write().map(done -> new Written(rulings, writer.fresh(), writer.pushes()));
  }

  /** The stored requests that messages are made from. */
  private static Future<Map<UUID, byte[]>> requests(
      Sql sql, List<Said> said, List<Ruling> rulings, List<KnownReader.Found> found) {
    List<UUID> needed = new ArrayList<>();
    for (int i = 0; i < said.size(); i++) {
      if (rulings.get(i) instanceof Ruling.Decided decided
          && OutgoingMessage.needsRequest(said.get(i), decided)) {
        needed.add(found.get(i).row().orElseThrow().requestPayload);
      }
    }
    return needed.isEmpty() ? Future.succeededFuture(Map.of()) : PayloadRow.messages(sql, needed);
  }

  private void add(
      RulingWriter writer,
      Said said,
      KnownReader.Found found,
      Ruling ruling,
      Map<UUID, byte[]> requests) {
    switch (ruling) {
      case Ruling.Repeated repeated -> writer.add(said, repeated);
      case Ruling.Decided decided -> {
        byte[] request = found.row().map(row -> requests.get(row.requestPayload)).orElse(null);
        Optional<byte[]> message = OutgoingMessage.of(said, decided, request);
        writer.add(said, found, decided, message, FeedbackWay.of(decided, directory));
      }
    }
  }

  private static <T> T pure(Supplier<T> code) {
    try {
      return code.get();
    } catch (RuntimeException e) {
      throw new UndecidableClaimException(e);
    }
  }

  /**
   * What a transaction wrote.
   *
   * @param rulings claim by claim
   * @param events what is to be published of them
   * @param pushes whether something waits to be pushed to an initiator
   */
  record Written(List<Ruling> rulings, List<FreshEvent> events, boolean pushes) {}
}
