package org.closedloop.feedback.in;

import static java.util.stream.Collectors.toSet;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.closedloop.feedback.core.Said;
import org.closedloop.feedback.out.ParkedClaims;
import org.closedloop.kit.Draining;
import org.closedloop.kit.Patience;
import org.closedloop.kit.desk.Gathering;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * Takes claims as they come, many at once: those that do not bear on each other are decided in one
 * transaction and published, then the next; all are acknowledged at the end. Per referral order
 * holds. Nothing is skipped while the world is broken. A claim that cannot be decided is parked,
 * and later ones of its referral queue behind it (design section 4.3); no other waits.
 */
@ApplicationScoped
public class ClaimsIn {

  /** Why a claim is parked that is good itself. */
  static final String BEHIND = "behind-parked";

  static final String UNDECIDABLE = "claim-undecidable";

  private static final Logger LOG = Logger.getLogger(ClaimsIn.class);

  private final Deciding deciding;
  private final ParkedClaims parked;
  private final Draining draining;
  private final Gathering gathering = new Gathering(this::decide);

  ClaimsIn(Deciding deciding, ParkedClaims parked, Draining draining) {
    this.deciding = deciding;
    this.parked = parked;
    this.draining = draining;
  }

  @Incoming("claims-in")
  @Acknowledgment(Acknowledgment.Strategy.MANUAL)
  Uni<Void> consume(Message<ConsumerRecords<String, byte[]>> poll) {
    return gathering.take(poll);
  }

  private Uni<Void> decide(List<ConsumerRecord<String, byte[]>> records) {
    return draining.run(() -> all(read(records)));
  }

  private static List<Wave.Read> read(List<ConsumerRecord<String, byte[]>> records) {
    List<Wave.Read> read = new ArrayList<>();
    records.forEach(record -> read.add(new Wave.Read(record, ClaimReading.of(record.value()))));
    return read;
  }

  private Uni<Void> all(List<Wave.Read> read) {
    return all(read, Set.of());
  }

  /**
   * Wave after wave, until none is left.
   *
   * @param parked keys that are known to have claims parked under them; there may be more
   */
  private Uni<Void> all(List<Wave.Read> read, Set<String> parked) {
    if (read.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Wave wave = Wave.of(read, parked);
    return together(wave)
        .chain(
            done ->
                switch (done) {
                  case Deciding.Behind(var more) -> all(read, union(parked, more));
                  case Deciding.Decided decided -> rest(wave, parked);
                  case Deciding.Apart apart ->
                      each(wave.together().stream().map(Wave.Readable::record).toList())
                          .chain(() -> rest(wave, parked));
                });
  }

  private Uni<Void> rest(Wave wave, Set<String> parked) {
    return each(wave.alone()).chain(() -> all(wave.later(), parked));
  }

  private Uni<Deciding.Together> together(Wave wave) {
    return wave.together().isEmpty()
        ? Uni.createFrom().item(new Deciding.Decided())
        : deciding.together(
            wave.together().stream().map(Wave.Readable::said).toList(),
            wave.together().stream()
                .map(one -> one.record().key())
                .filter(Objects::nonNull)
                .collect(toSet()));
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    return Stream.concat(one.stream(), other.stream()).collect(toSet());
  }

  /** What failed together is tried one by one: then the bad one alone is parked. */
  private Uni<Void> each(List<ConsumerRecord<String, byte[]>> records) {
    Uni<Void> all = Uni.createFrom().voidItem();
    for (ConsumerRecord<String, byte[]> record : records) {
      all = all.chain(() -> one(record));
    }
    return all;
  }

  private Uni<Void> one(ConsumerRecord<String, byte[]> record) {
    return Patience.untilDone("parked", place(record), () -> behind(record))
        .chain(waits -> waits ? Uni.createFrom().voidItem() : take(record));
  }

  private Uni<Boolean> behind(ConsumerRecord<String, byte[]> record) {
    return parked
        .waiting(record.key() == null ? Set.of() : Set.of(record.key()))
        .chain(
            waits ->
                waits.isEmpty() ? Uni.createFrom().item(false) : parked.parkBehind(record, BEHIND))
        .invoke(
            waits -> {
              if (waits) {
                log(record, BEHIND);
              }
            });
  }

  private Uni<Void> take(ConsumerRecord<String, byte[]> record) {
    return switch (ClaimReading.of(record.value())) {
      case ClaimReading.Readable(Said said) ->
          deciding
              .decide(said)
              .chain(decided -> decided ? Uni.createFrom().voidItem() : park(record, UNDECIDABLE));
      case ClaimReading.Unreadable(String rule, var claim) -> park(record, rule);
    };
  }

  private Uni<Void> park(ConsumerRecord<String, byte[]> record, String rule) {
    log(record, rule);
    return Patience.untilDone("park", place(record), () -> parked.park(record, rule));
  }

  private static void log(ConsumerRecord<String, byte[]> record, String rule) {
    LOG.errorf("parked topic=%s record=%s rule=%s", record.topic(), place(record), rule);
  }

  private static String place(ConsumerRecord<String, byte[]> record) {
    return record.partition() + "/" + record.offset();
  }
}
