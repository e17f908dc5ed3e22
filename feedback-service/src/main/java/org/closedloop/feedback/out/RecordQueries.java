package org.closedloop.feedback.out;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.claim.Verdict;
import org.closedloop.feedback.core.Referral;

/**
 * Reads the record. A party finds a referral when it is its initiator or its program, and else
 * nothing at all.
 */
@ApplicationScoped
public class RecordQueries {

  private static final int AT_MOST = 100;
  private static final String OF_PARTY = " and (r.initiator = :party or r.program = :party)";
  private static final String BY_NUMBER =
      """
      from ReferralRow r where (
        (r.taskValue = :value and (:anySystem = true or coalesce(r.taskSystem, '') = :system))
        or (r.taskValue is null and r.serviceValue = :value
          and (:anySystem = true or coalesce(r.serviceSystem, '') = :system)))
      """;

  private final Transactions transactions;

  RecordQueries(Transactions transactions) {
    this.transactions = transactions;
  }

  /** The verdict of a claim; empty while undecided. */
  public Uni<Optional<Verdict>> verdict(String claimId) {
    return transactions
        .read(session -> session.get(ClaimRow.class, claimId))
        .map(row -> Optional.ofNullable(row).map(ClaimRow::verdict));
  }

  /** Whether a party's message with one of these identities was accepted. */
  public Uni<Boolean> accepted(String party, String messageId, String bundleIdentifier) {
    return transactions
        .read(
            session ->
                session
                    .createQuery(
                        "select count(*) from IdentityRow where party = :party"
                            + " and ((kind = 'message' and value = :message)"
                            + " or (kind = 'bundle' and value = :bundle))",
                        Long.class)
                    .setParameter("party", party)
                    .setParameter("message", messageId)
                    .setParameter("bundle", bundleIdentifier)
                    .getSingleResult())
        .map(count -> count > 0);
  }

  /** A party's referral. */
  public Uni<Optional<Referral>> referral(String party, String id) {
    return one("from ReferralRow r where r.id = :id" + OF_PARTY, ReferralRow.class, party, id)
        .map(row -> row.map(ReferralRow::referral));
  }

  /** A party's feedback document. */
  public Uni<Optional<byte[]>> document(String party, String id) {
    return one(
            "select d from DocumentRow d join ReferralRow r on r.id = d.referralId where d.id = :id"
                + OF_PARTY,
            DocumentRow.class,
            party,
            id)
        .map(row -> row.map(DocumentRow::document));
  }

  /** A party's referrals by Task number; by ServiceRequest number where the Task has none. */
  public Uni<List<Referral>> byNumber(String party, NumberToken token) {
    return transactions
        .read(
            session ->
                session
                    .createQuery(BY_NUMBER + OF_PARTY + " order by r.acceptedAt", ReferralRow.class)
                    .setParameter("value", token.value())
                    .setParameter("anySystem", token.system() == null)
                    .setParameter("system", token.system() == null ? "" : token.system())
                    .setParameter("party", party)
                    .setMaxResults(AT_MOST)
                    .getResultList())
        .map(rows -> rows.stream().map(ReferralRow::referral).toList());
  }

  /** Any referral, for ops. */
  public Uni<Optional<Referral>> referral(String id) {
    return uuid(id)
        .map(
            key ->
                transactions
                    .read(session -> session.get(ReferralRow.class, key))
                    .map(row -> Optional.ofNullable(row).map(ReferralRow::referral)))
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
  }

  /** The referrals that were open when a revocation was recorded. */
  public Uni<List<String>> revokedReferrals(String claimId) {
    return transactions
        .read(session -> session.get(RevocationRow.class, claimId))
        .map(row -> row == null ? List.of() : List.of(row.referrals));
  }

  /** All that was decided of a referral, in sequence, refusals included. */
  public Uni<List<EventFacts>> history(String id) {
    return transactions
        .read(
            session ->
                session
                    .createQuery(
                        "from EventRow where referralId = :id order by sequence", EventRow.class)
                    .setParameter("id", UUID.fromString(id))
                    .getResultList())
        .map(rows -> rows.stream().map(EventRow::facts).toList());
  }

  /** What was refused and belongs to no referral, latest first. */
  public Uni<List<Decision>> refusedOfNoReferral(int atMost) {
    return transactions
        .read(
            session ->
                session
                    .createQuery(
                        "from EventRow where referralId is null order by decidedAt desc",
                        EventRow.class)
                    .setMaxResults(atMost)
                    .getResultList())
        .map(
            rows ->
                rows.stream()
                    .map(row -> row.facts().decision())
                    .filter(decision -> !decision.accepted())
                    .toList());
  }

  private <T> Uni<Optional<T>> one(String query, Class<T> type, String party, String id) {
    return uuid(id)
        .map(
            key ->
                transactions
                    .read(
                        session ->
                            session
                                .createQuery(query, type)
                                .setParameter("id", key)
                                .setParameter("party", party)
                                .getSingleResultOrNull())
                    .map(Optional::ofNullable))
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
  }

  private static Optional<UUID> uuid(String id) {
    try {
      return Optional.of(UUID.fromString(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
