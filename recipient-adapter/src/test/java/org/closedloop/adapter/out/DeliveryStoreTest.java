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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.closedloop.adapter.core.AttemptResult;
import org.closedloop.adapter.core.RoutedMessage;
import org.closedloop.adapter.testing.AdapterTest;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.claim.Routed;
import org.closedloop.core.identity.ReferralId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The queue under concurrency, on a real database. The program only fetches, so the worker leaves
 * its rows alone.
 */
@QuarkusTest
@AdapterTest
class DeliveryStoreTest {

  private static final String PROGRAM = "pull-only";
  private static final Duration SOON = Duration.ofSeconds(20);

  @Inject DeliveryStore store;
  @Inject AttemptStore attempts;
  @Inject DataSource database;

  private String salt;

  @BeforeEach
  void emptyTheQueue() throws SQLException {
    salt = Long.toString(System.nanoTime());
    try (Connection connection = database.getConnection();
        PreparedStatement delete =
            connection.prepareStatement("delete from delivery where program = ?")) {
      delete.setString(1, PROGRAM);
      delete.executeUpdate();
    }
  }

  @Test
  void shouldLeaseEachMessageOnce() {
    enqueue(IntStream.range(0, 40).mapToObj(i -> message(i, 1)).toList());
    List<Uni<List<Parcel>>> workers =
        IntStream.range(0, 8).mapToObj(i -> store.lease(PROGRAM, 10)).toList();

    List<Parcel> leased =
        Uni.join().all(workers).andFailFast().await().atMost(SOON).stream()
            .flatMap(List::stream)
            .toList();

    assertThat(leased).hasSizeGreaterThan(9).extracting(Parcel::id).doesNotHaveDuplicates();
  }

  @Test
  void shouldLeaseStrictlyInSequencePerReferral() {
    enqueue(List.of(message(0, 1)));
    Parcel first = lease(10).get(0);
    enqueue(List.of(message(0, 4)));

    assertThat(lease(10)).isEmpty();
    finish(first, new AttemptResult.HandedOver());

    assertThat(lease(10)).extracting(Parcel::sequence).containsExactly(4L);
  }

  @Test
  void shouldNotLeaseWhatIsNotDueYet() {
    enqueue(List.of(message(0, 1)));
    Parcel first = lease(10).get(0);

    finish(first, new AttemptResult.NotTaken("http-503", false));

    assertThat(lease(10)).isEmpty();
  }

  @Test
  void shouldIgnoreALateFailureAndHonourALateSuccess() {
    enqueue(List.of(message(0, 1)));
    Parcel first = lease(10).get(0);
    finish(first, new AttemptResult.NotTaken("http-503", false));

    finish(first, new AttemptResult.Refused("http-400"));
    assertThat(claim(first, new AttemptResult.HandedOver())).isEqualTo(ClaimKind.DELIVERED);
  }

  @Test
  void shouldLetEitherTheLeaseOrTheCancellationWin() {
    for (int i = 0; i < 25; i++) {
      enqueue(List.of(message(i, 1)));
      Uni<Consequences> cancellation = store.enqueue(List.of(message(i, 4)));
      Uni<List<Parcel>> worker = store.lease(PROGRAM, 10);

      var both = Uni.combine().all().unis(worker, cancellation).asTuple().await().atMost(SOON);

      boolean withdrawn =
          both.getItem2().claims().stream().anyMatch(c -> c.kind() == ClaimKind.WITHDRAWN);
      assertThat(both.getItem1()).hasSize(withdrawn ? 0 : 1);
      both.getItem1().forEach(parcel -> finish(parcel, new AttemptResult.HandedOver()));
      List<Parcel> rest = lease(10);
      assertThat(rest).hasSize(withdrawn ? 0 : 1);
      rest.forEach(parcel -> finish(parcel, new AttemptResult.HandedOver()));
    }
  }

  @Test
  void shouldWithdrawWhatWasCancelledWhileItFailed() {
    enqueue(List.of(message(0, 1)));
    Parcel first = lease(10).get(0);
    enqueue(List.of(message(0, 4)));

    assertThat(claim(first, new AttemptResult.NotTaken("unreachable", false)))
        .isEqualTo(ClaimKind.WITHDRAWN);
    assertThat(lease(10)).isEmpty();
  }

  @Test
  void shouldWorkAPackageAndItsCancellationOfOneBatch() {
    Consequences consequences = enqueue(List.of(message(0, 1), message(0, 4), message(1, 1)));

    assertThat(consequences.claims()).extracting(ClaimDue::kind).contains(ClaimKind.WITHDRAWN);
    Set<String> leased = lease(10).stream().map(Parcel::referralId).collect(Collectors.toSet());
    assertThat(leased).containsExactly(referral(1));
  }

  private Consequences enqueue(List<RoutedMessage> messages) {
    return store.enqueue(messages).await().atMost(SOON);
  }

  private List<Parcel> lease(int places) {
    return store.lease(PROGRAM, places).await().atMost(SOON);
  }

  private void finish(Parcel parcel, AttemptResult result) {
    attempts.finish(parcel, result).await().atMost(SOON);
  }

  private ClaimKind claim(Parcel parcel, AttemptResult result) {
    return attempts.finish(parcel, result).await().atMost(SOON).claims().getLast().kind();
  }

  private String referral(int number) {
    return ReferralId.derive(salt + "|" + number);
  }

  private RoutedMessage message(int number, long sequence) {
    Routed routed =
        new Routed(
            referral(number),
            sequence,
            sequence == 1,
            "arthritis",
            "mesa-clinic",
            PROGRAM,
            "message-" + number + "-" + sequence,
            Instant.parse("2026-03-10T09:00:00Z"));
    return new RoutedMessage(routed, new byte[] {1});
  }
}
