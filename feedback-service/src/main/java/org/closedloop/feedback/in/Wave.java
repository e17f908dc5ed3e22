package org.closedloop.feedback.in;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.codec.EnvelopeCodec;
import org.closedloop.feedback.core.IdentityKey;
import org.closedloop.feedback.core.Repeats;
import org.closedloop.feedback.core.Said;

/**
 * Which of the records that have come may be decided now. No two of them bear on each other; what
 * bears on one of these, or on one before it that has to wait, comes later.
 *
 * @param together claims to be decided in one transaction
 * @param alone records that need a way of their own: behind a parked one, unreadable, a revocation
 * @param later all others, in the order they came
 */
record Wave(List<Readable> together, List<ConsumerRecord<String, byte[]>> alone, List<Read> later) {

  /** What the messages of one transaction have in bytes, save that one is always taken. */
  static final int BYTES = 2 * 1024 * 1024;

  /** Of a claim without a message, which may need the request of its referral. */
  private static final int AT_LEAST = 16 * 1024;

  /** A record that was read. */
  record Read(ConsumerRecord<String, byte[]> record, ClaimReading reading) {}

  /** One that can be decided. */
  record Readable(ConsumerRecord<String, byte[]> record, Said said) {}

  /**
   * Picks the next wave.
   *
   * @param records in the order they came; at least one of them is picked
   * @param parked keys of records that claims are parked under
   */
  static Wave of(List<Read> records, Set<String> parked) {
    Picking picking = new Picking();
    for (Read read : records) {
      String key = read.record().key();
      picking.add(read, key != null && parked.contains(key));
    }
    return picking.wave;
  }

  private static final class Picking {

    private final Wave wave = new Wave(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    private final Set<String> taken = new HashSet<>();
    private int bytes;

    void add(Read read, boolean behind) {
      Set<String> bearings = bearings(read);
      boolean free = bearings.stream().noneMatch(taken::contains);
      taken.addAll(bearings);
      if (!free) {
        wave.later.add(read);
      } else if (!behind
          && read.reading() instanceof ClaimReading.Readable(Said said)
          && said.claim().kind() != ClaimKind.REVOCATION) {
        together(read, said);
      } else {
        wave.alone.add(read.record());
      }
    }

    private void together(Read read, Said said) {
      bytes += Math.max(EnvelopeCodec.openedLength(read.record().value()), AT_LEAST);
      if (bytes > BYTES && !wave.together.isEmpty()) {
        wave.later.add(read);
      } else {
        wave.together.add(new Readable(read.record(), said));
      }
    }
  }

  private static Set<String> bearings(Read read) {
    Set<String> all = new HashSet<>();
    all.add("key|" + read.record().key());
    if (read.reading() instanceof ClaimReading.Readable(Said said)) {
      Claim claim = said.claim();
      all.add("referral|" + claim.referralId());
      all.add("claim|" + claim.claimId());
      all.add("claim|" + Repeats.conflictKey(claim));
      IdentityKey.of(claim)
          .forEach(key -> all.add(claim.party() + "|" + key.kind() + "|" + key.value()));
      if (claim.kind() == ClaimKind.SUBMISSION) {
        all.add("service|" + Repeats.serviceKey(claim.submission()));
      }
    }
    return all;
  }
}
