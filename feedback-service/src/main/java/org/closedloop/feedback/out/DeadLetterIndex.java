package org.closedloop.feedback.out;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.closedloop.feedback.core.ParkedKind;
import org.closedloop.kit.kafka.DeadLetters;

/**
 * Lists dead letters: where they stand, why, how large; never what they say. The topic stays their
 * home.
 */
@ApplicationScoped
public class DeadLetterIndex {

  private static final String HUB_TOPICS = "referral.";
  private static final int WORD_AT_MOST = 200;

  private final Transactions transactions;
  private final ParkedStore store;

  DeadLetterIndex(Transactions transactions, ParkedStore store) {
    this.transactions = transactions;
    this.store = store;
  }

  /** Completes when the record is listed; the same again changes nothing. */
  public Uni<Void> add(ConsumerRecord<String, byte[]> record) {
    return transactions.write(session -> store.keep(session, row(record)));
  }

  private static ParkedRow row(ConsumerRecord<String, byte[]> record) {
    ParkedRow row =
        ParkedRow.of(
            ParkedKind.DEAD_LETTER,
            record.topic() + "|" + record.partition() + "|" + record.offset(),
            Instant.ofEpochMilli(record.timestamp()));
    row.referralId = referral(record).flatMap(Ids::uuid).orElse(null);
    row.topic = record.topic();
    row.part = record.partition();
    row.recordOffset = record.offset();
    row.word = header(record, DeadLetters.REASON).map(DeadLetterIndex::shortened).orElse("unknown");
    row.size = record.value() == null ? 0 : record.value().length;
    return row;
  }

  /** Keys of the hub's own topics are referral ids; what a party puts there means nothing. */
  private static Optional<String> referral(ConsumerRecord<String, byte[]> record) {
    return header(record, DeadLetters.REFERRAL)
        .or(
            () ->
                record.topic().startsWith(HUB_TOPICS)
                    ? Optional.ofNullable(record.key())
                    : Optional.empty());
  }

  private static String shortened(String word) {
    return word.length() > WORD_AT_MOST ? word.substring(0, WORD_AT_MOST) : word;
  }

  private static Optional<String> header(ConsumerRecord<String, byte[]> record, String name) {
    return Optional.ofNullable(record.headers().lastHeader(name))
        .map(Header::value)
        .map(value -> new String(value, StandardCharsets.UTF_8));
  }
}
