package org.closedloop.adapter.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.closedloop.adapter.core.AttemptResult;
import org.closedloop.adapter.core.RoutedMessage;
import org.closedloop.adapter.testing.AdapterTest;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.claim.Routed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The consent is asked where a package is leased, on a real database. The program only fetches, so
 * the worker leaves its rows alone, but its sweep withdraws them as it would any other.
 */
@QuarkusTest
@AdapterTest
class ConsentStoreTest {

  private static final String PROGRAM = "pull-only";
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Instant PAST = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant FAR = Instant.parse("2999-01-01T00:00:00Z");

  @Inject DeliveryStore store;
  @Inject AttemptStore attempts;
  @Inject ConsentStore consents;
  @Inject PackageStore packages;
  @Inject DataSource database;

  private final String referral = UUID.randomUUID().toString();

  @BeforeEach
  void emptyTheQueue() throws SQLException {
    execute("delete from delivery where program = '" + PROGRAM + "'");
  }

  @Test
  void shouldLeaseWhileTheConsentHolds() {
    enqueue(aPackage(referral, FAR));
    enqueue(aPackage(UUID.randomUUID().toString(), null));

    assertThat(lease()).hasSize(2);
  }

  @Test
  void shouldNeverLeaseAPackageWhoseConsentHasExpired() {
    enqueue(aPackage(referral, PAST));

    assertThat(lease()).isEmpty();
    assertWithdrawn("consent-expired");
  }

  @Test
  void shouldNotLeaseAgainWhatExpiredBetweenTwoAttempts() throws SQLException {
    enqueue(aPackage(referral, FAR));
    Parcel parcel = lease().get(0);
    execute("update delivery set consent_until = now() where referral_id = '" + referral + "'");

    attempts.finish(parcel, new AttemptResult.NotTaken("http-503", false)).await().atMost(SOON);

    execute("update delivery set next_at = now() where program = '" + PROGRAM + "'");
    assertThat(lease()).isEmpty();
    assertWithdrawn("consent-expired");
  }

  @Test
  void shouldWithdrawAPackageThatWaitsWhenTheConsentIsRevoked() {
    enqueue(aPackage(referral, FAR));

    revoke();

    assertThat(lease()).isEmpty();
    assertWithdrawn("consent-revoked");
  }

  @Test
  void shouldNeverLeaseAPackageThatComesAfterTheRevocation() {
    revoke();
    enqueue(aPackage(referral, null));

    assertThat(lease()).isEmpty();
    assertWithdrawn("consent-revoked");
  }

  @Test
  void shouldWithdrawAPackageThatIsParkedWhenTheConsentIsRevoked() {
    enqueue(aPackage(referral, FAR));
    attempts.finish(lease().get(0), new AttemptResult.Refused("http-422")).await().atMost(SOON);

    revoke();

    assertWithdrawn("consent-revoked");
  }

  @Test
  void shouldTellTheProgramAfterAPackageThatWasLeasedBefore() {
    enqueue(aPackage(referral, FAR));
    Parcel parcel = lease().get(0);
    revoke();
    enqueue(notice());

    assertThat(
            attempts.finish(parcel, new AttemptResult.HandedOver()).await().atMost(SOON).claims())
        .extracting(ClaimDue::kind)
        .containsExactly(ClaimKind.DELIVERED);

    assertThat(lease()).extracting(Parcel::sequence).containsExactly(2L);
  }

  @Test
  void shouldTellTheProgramWhereThePackageMayHaveArrived() throws SQLException {
    enqueue(aPackage(referral, FAR));
    Parcel parcel = lease().get(0);
    attempts.finish(parcel, new AttemptResult.NotTaken("broken-off", true)).await().atMost(SOON);
    revoke();
    enqueue(notice());

    assertWithdrawn("consent-revoked");
    assertThat(lease()).extracting(Parcel::sequence).containsExactly(2L);
  }

  @Test
  void shouldTellNothingWhereThePackageNeverWent() {
    enqueue(aPackage(referral, FAR));
    revoke();
    enqueue(notice());

    assertThat(lease()).isEmpty();
  }

  @Test
  void shouldGiveOutNoPackageWithoutConsent() {
    enqueue(aPackage(referral, PAST));
    assertThat(fetch()).isFalse();
  }

  @Test
  void shouldGiveOutADeliveredPackageUntilTheConsentIsRevoked() throws SQLException {
    enqueue(aPackage(referral, FAR));
    assertThat(fetch()).isTrue();
    execute("update delivery set consent_until = now() where referral_id = '" + referral + "'");
    assertThat(fetch()).as("the program has it").isTrue();

    revoke();

    assertThat(fetch()).isFalse();
  }

  @Test
  void shouldLetEitherTheLeaseOrTheRevocationWin() {
    List<String> all = IntStream.range(0, 60).mapToObj(i -> UUID.randomUUID().toString()).toList();
    all.forEach(id -> enqueue(aPackage(id, FAR)));
    List<Uni<List<String>>> atOnce =
        IntStream.range(0, 6)
            .mapToObj(i -> Stream.of(leaseFive(), revokeAll(all.subList(i * 10, i * 10 + 10))))
            .flatMap(pair -> pair)
            .toList();

    List<String> touched =
        Uni.join().all(atOnce).andFailFast().await().atMost(SOON).stream()
            .flatMap(List::stream)
            .toList();

    assertThat(touched).as("nothing is both leased and withdrawn").doesNotHaveDuplicates();
    assertThat(lease()).as("what nobody leased will never be").isEmpty();
  }

  private Uni<List<String>> leaseFive() {
    return store
        .lease(PROGRAM, 5)
        .map(parcels -> parcels.stream().map(Parcel::referralId).toList());
  }

  private Uni<List<String>> revokeAll(List<String> ids) {
    return consents
        .revoked(ids)
        .map(withdrawn -> withdrawn.claims().stream().map(ClaimDue::referralId).toList());
  }

  private void enqueue(RoutedMessage message) {
    store.enqueue(List.of(message)).await().atMost(SOON);
  }

  private List<Parcel> lease() {
    return store.lease(PROGRAM, 100).await().atMost(SOON);
  }

  private void revoke() {
    consents.revoked(List.of(referral)).await().atMost(SOON);
  }

  private boolean fetch() {
    return packages.fetch(PROGRAM, referral).await().atMost(SOON).isPresent();
  }

  private void assertWithdrawn(String reason) {
    consents.withdrawEnded().await().atMost(SOON);
    assertThat(
            ask(
                "select state || ' ' || claim_reason from delivery where is_referral and"
                    + " referral_id = '"
                    + referral
                    + "'"))
        .isEqualTo("withdrawn " + reason);
  }

  private RoutedMessage aPackage(String id, Instant consentUntil) {
    return message(id, 1, consentUntil);
  }

  private RoutedMessage notice() {
    return message(referral, 2, null);
  }

  private static RoutedMessage message(String id, long sequence, Instant consentUntil) {
    Routed routed =
        new Routed(
            id,
            sequence,
            sequence == 1,
            "arthritis",
            "mesa-clinic",
            PROGRAM,
            "message-" + sequence,
            Instant.now(),
            consentUntil);
    return new RoutedMessage(routed, new byte[] {1});
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.executeUpdate();
    }
  }

  private String ask(String sql) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql);
        var found = statement.executeQuery()) {
      return found.next() ? found.getString(1) : null;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
