package org.closedloop.adapter.in;

import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.closedloop.adapter.testing.AdapterTest;
import org.closedloop.adapter.testing.PlayedReferral;
import org.closedloop.adapter.testing.World;
import org.closedloop.core.claim.ClaimKind;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AdapterTest
class ScratchBenchTest {
  @Test
  void bench() {
    World w = World.get();
    for (String p : List.of("kc-wellness", "push-one", "kc-wellness", "push-one")) {
      List<PlayedReferral> all = IntStream.range(0, 300).mapToObj(i -> w.referralTo(p)).toList();
      long t0 = System.nanoTime();
      all.forEach(PlayedReferral::routePackage);
      long t1 = System.nanoTime();
      await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20))
          .until(() -> all.stream().noneMatch(r -> w.feedback().claims(r.id(), ClaimKind.DELIVERED).isEmpty()));
      long t2 = System.nanoTime();
      System.out.printf("BENCH %s send %d ms, all claimed %d ms%n", p, (t1 - t0) / 1000000, (t2 - t0) / 1000000);
    }
    PlayedReferral[] one = IntStream.range(0, 20).mapToObj(i -> w.referralTo("kc-wellness")).toArray(PlayedReferral[]::new);
    for (PlayedReferral r : one) {
      long t0 = System.nanoTime();
      r.routePackage();
      await().pollInterval(Duration.ofMillis(1)).until(() -> !w.feedback().claims(r.id(), ClaimKind.DELIVERED).isEmpty());
      System.out.printf("BENCH single %d ms%n", (System.nanoTime() - t0) / 1000000);
    }
    List<PlayedReferral> rs = IntStream.range(0, 300).mapToObj(i -> w.referralTo("kc-wellness")).toList();
    List<byte[]> ms = rs.stream().map(r -> r.update(PlayedReferral.ACCEPTED, "a")).toList();
    long t0 = System.nanoTime();
    ms.forEach(m -> w.topics().send(new org.closedloop.kit.kafka.HubRecord("program.kc-wellness.responses", null, m, java.util.Map.of())));
    await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20))
        .until(() -> rs.stream().noneMatch(r -> w.feedback().claims(r.id(), ClaimKind.REPORT).isEmpty()));
    System.out.printf("BENCH 300 responses one topic %d ms%n", (System.nanoTime() - t0) / 1000000);
  }
}
