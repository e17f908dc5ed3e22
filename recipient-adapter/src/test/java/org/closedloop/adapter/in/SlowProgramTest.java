package org.closedloop.adapter.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.closedloop.adapter.testing.AdapterTest;
import org.closedloop.adapter.testing.PlayedReferral;
import org.closedloop.adapter.testing.ProgramServer;
import org.closedloop.adapter.testing.Sql;
import org.closedloop.adapter.testing.World;
import org.closedloop.core.claim.ClaimKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A program that hangs, is gone, or asks to be left alone delays nobody else. */
@QuarkusTest
@AdapterTest
class SlowProgramTest {

  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Duration AS_BEFORE = Duration.ofSeconds(8);
  private static final int PLACES = 8;

  @Inject DataSource database;
  private World world;

  @BeforeEach
  void findTheWorld() {
    world = World.get();
  }

  @Test
  void shouldDelayNobodyElseWhenOneHangsWithTwoHundredMessages() {
    List<PlayedReferral> stuck = referrals("push-slow", 200);
    stuck.forEach(referral -> world.pushTwo().hold(referral.id()));
    stuck.forEach(PlayedReferral::routePackage);
    await().atMost(SOON).until(() -> tried(stuck, world.pushTwo()) >= PLACES);

    List<PlayedReferral> others = referrals("push-one", 20);
    others.forEach(PlayedReferral::routePackage);

    await().atMost(AS_BEFORE).until(() -> others.stream().allMatch(this::delivered));
    assertThat(leased("push-slow")).as("on their way at a time").isLessThanOrEqualTo(PLACES);
    assertThat(idleInTransaction()).as("connections held meanwhile").isZero();
    stuck.forEach(referral -> world.pushTwo().release(referral.id()));
    await().atMost(SOON).until(() -> stuck.stream().allMatch(this::delivered));
  }

  @Test
  void shouldSpareAProgramThatIsGone() {
    List<PlayedReferral> stuck = referrals("push-dead", 60);
    stuck.forEach(PlayedReferral::routePackage);
    await().atMost(SOON).until(() -> tried(stuck) >= PLACES);
    long before = tried(stuck);

    List<PlayedReferral> others = referrals("push-one", 20);
    others.forEach(PlayedReferral::routePackage);

    await().atMost(AS_BEFORE).until(() -> others.stream().allMatch(this::delivered));
    assertThat(tried(stuck) - before).as("tried meanwhile").isLessThan(PLACES * 3L);
  }

  @Test
  void shouldLeaveAProgramAloneThatAsksForIt() {
    PlayedReferral first = world.referralTo("push-asking");
    world.pushTwo().answer(first.id(), 429);
    world.pushTwo().askFor("2");
    first.routePackage();
    await().atMost(SOON).until(() -> !world.pushTwo().calls(first.id()).isEmpty());
    world.pushTwo().askFor(null);
    await().atMost(SOON).until(() -> !claims(first, ClaimKind.ATTEMPT).isEmpty());
    long asked = System.nanoTime();

    PlayedReferral second = world.referralTo("push-asking");
    second.routePackage();

    await().atMost(SOON).until(() -> delivered(first) && delivered(second));
    assertThat(Duration.ofNanos(System.nanoTime() - asked)).isGreaterThan(Duration.ofSeconds(1));
    assertThat(world.pushTwo().calls(first.id())).hasSize(2);
  }

  private List<PlayedReferral> referrals(String program, int number) {
    return IntStream.range(0, number).mapToObj(i -> world.referralTo(program)).toList();
  }

  private boolean delivered(PlayedReferral referral) {
    return !claims(referral, ClaimKind.DELIVERED).isEmpty();
  }

  private List<?> claims(PlayedReferral referral, ClaimKind kind) {
    return world.feedback().claims(referral.id(), kind);
  }

  private static long tried(List<PlayedReferral> referrals, ProgramServer program) {
    return referrals.stream().filter(r -> !program.calls(r.id()).isEmpty()).count();
  }

  private long leased(String program) {
    return Long.parseLong(
        Sql.rows(
                database,
                "select count(*) from delivery where state = 'leased' and program = ?",
                program)
            .get(0));
  }

  private long tried(List<PlayedReferral> referrals) {
    return referrals.stream().mapToLong(r -> claims(r, ClaimKind.ATTEMPT).size()).sum();
  }

  private long idleInTransaction() {
    return Long.parseLong(
        Sql.rows(
                database,
                "select count(*) from pg_stat_activity where state = 'idle in transaction'"
                    + " and xact_start < now() - interval '1 second'")
            .get(0));
  }
}
