package org.closedloop.feedback.out;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.closedloop.core.claim.Verdict;
import org.closedloop.core.codec.EnvelopeCodec;
import org.closedloop.core.codec.RecordJson;
import org.closedloop.feedback.core.OlderEntries;

/** The tables of the record, and how their rows are compared. */
final class ComparedTables {

  /** What has to do with time of publishing, with timers, or with the way to the initiator. */
  static final List<String> NOT_DERIVABLE =
      List.of(
          "event.published_at",
          "event.journaled_at",
          "event.written_at",
          "event.sealed.feedbackTopic",
          "referral.check_at",
          "referral.overdue");

  private static final Function<Object, Object> CONTENT = ComparedTables::content;

  /** Repetitions under an id of their own had no entry once. */
  private static final String REPEATS =
      "exists (select 1 from claim c where c.claim_key = x.claim_key"
          + " and c.verdict::jsonb ->> 'firstClaimId' <> c.claim_key)";

  private static final String NONE = "false";
  private static final String BY_CLAIM = "e.claim_key = x.claim_key";

  static final List<ComparedTable> ALL =
      List.of(
          table("referral", "id::text", "id", "e.referral_id = x.id and e.sequence = 1", NONE)
              .sealed("status_reason", CONTENT),
          table("event", "id::text", "id", "e.id = x.id", NONE)
              .sealed("sealed", ComparedTables::facts),
          table("claim", "claim_key", "claim_key", BY_CLAIM, REPEATS)
              .sealed("verdict", ComparedTables::verdict),
          table("identity", "party || '|' || kind || '|' || value", "claim_key", BY_CLAIM, REPEATS),
          table("payload", "id::text", "id", "e.payload_id = x.id", NONE).sealed("sealed", CONTENT),
          table("document", "id::text", "id", "e.referral_id = x.referral_id", NONE)
              .sealed("sealed", CONTENT),
          table("revocation", "claim_key", "claim_key", BY_CLAIM, NONE));

  private ComparedTables() {}

  private static ComparedTable table(
      String name, String key, String shown, String event, String older) {
    return new ComparedTable(name, key, shown, event, older, Set.copyOf(skipped(name)), Map.of());
  }

  private static List<String> skipped(String table) {
    return NOT_DERIVABLE.stream()
        .filter(column -> column.startsWith(table + "."))
        .map(column -> column.substring(table.length() + 1))
        .toList();
  }

  /** Sealed twice the same is not the same bytes, once there are keys. */
  private static Object content(Object sealed) {
    return ByteBuffer.wrap(EnvelopeCodec.open((byte[]) sealed).payload());
  }

  private static Object facts(Object sealed) {
    EventFacts facts = EnvelopeCodec.open((byte[]) sealed).facts(EventFacts.class);
    return List.of(
        OlderEntries.completed(facts.decision()),
        String.valueOf(facts.status()),
        String.valueOf(facts.verdict()));
  }

  private static Object verdict(Object json) {
    return RecordJson.read(((String) json).getBytes(StandardCharsets.UTF_8), Verdict.class);
  }
}
