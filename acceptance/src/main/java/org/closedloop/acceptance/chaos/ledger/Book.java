package org.closedloop.acceptance.chaos.ledger;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.closedloop.acceptance.chaos.scenario.Story;

/** The accounts of a run, by referral, and what was sent to be refused. Safe for all threads. */
public final class Book {

  private final Map<String, Account> accounts = new ConcurrentHashMap<>();
  private final Queue<Poisoned> poison = new ConcurrentLinkedQueue<>();
  private final Set<String> bad = ConcurrentHashMap.newKeySet();

  /** Opens an account. */
  public Account open(String referralId, Story story) {
    return accounts.computeIfAbsent(referralId, id -> new Account(id, story));
  }

  /** Notes a message that reached a party; those of other runs are passed over. */
  public void seen(String referralId, Sighting sighting) {
    Account account = referralId == null ? null : accounts.get(referralId);
    if (account != null) {
      account.seen(sighting);
    }
  }

  /** Notes, before it is sent, a record that is to be refused. */
  public void bad(byte[] value) {
    bad.add(Digest.of(value));
  }

  /** Digests of what was sent to be refused. */
  public Set<String> bad() {
    return Set.copyOf(bad);
  }

  /** Notes a record on a topic of the hub that no one can read. */
  public void poisoned(Poisoned record) {
    poison.add(record);
  }

  /** Records on topics of the hub that no one can read. */
  public List<Poisoned> poison() {
    return List.copyOf(poison);
  }

  /** How many messages were sent that no row allows. */
  public int toBeRefused() {
    return facts().stream().mapToInt(one -> one.toBeRefused().size()).sum();
  }

  /** Whether there is an answer to everything that was said. */
  public boolean allAnswered() {
    return facts().stream().allMatch(Facts::allAnswered);
  }

  /** What is known of each referral, but for what the record says. */
  public List<Facts> facts() {
    return accounts.values().stream().map(Account::facts).toList();
  }
}
