package org.closedloop.router.in;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class InTurnTest {

  private final Map<String, UniEmitter<? super Void>> begun = new LinkedHashMap<>();
  private final InTurn inTurn =
      new InTurn(record -> Uni.createFrom().emitter(done -> begun.put(name(record), done)));

  @Test
  void shouldBeginAReferralsNextOnlyWhenItsFirstIsDone() {
    UniAssertSubscriber<Void> all = take("a", "b", "a", "a");
    assertThat(begun).containsOnlyKeys("a0", "b1");

    end("a0", "b1");
    assertThat(begun).containsOnlyKeys("a0", "b1", "a2");

    end("a2");
    all.assertNotTerminated();
    end("a3");
    all.assertCompleted();
  }

  @Test
  void shouldNotWaitForAnotherReferral() {
    take("a", "b", "a");

    end("a0");
    assertThat(begun).containsOnlyKeys("a0", "b1", "a2");
  }

  @Test
  void shouldBeginNothingMoreOfAReferralThatFailed() {
    UniAssertSubscriber<Void> all = take("a", "a");
    begun.get("a0").fail(new IllegalStateException("broken"));

    all.assertFailedWith(IllegalStateException.class);
    assertThat(begun).containsOnlyKeys("a0");
  }

  @Test
  void shouldTakeRecordsWithoutKey() {
    UniAssertSubscriber<Void> all = take(null, "a");
    end("null0", "a1");
    all.assertCompleted();
  }

  private UniAssertSubscriber<Void> take(String... keys) {
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    for (String key : keys) {
      records.add(new ConsumerRecord<>("t", 0, records.size(), key, new byte[0]));
    }
    return inTurn.all(records).subscribe().withSubscriber(UniAssertSubscriber.create());
  }

  private void end(String... names) {
    for (String name : names) {
      begun.get(name).complete(null);
    }
  }

  private static String name(ConsumerRecord<String, byte[]> record) {
    return record.key() + record.offset();
  }
}
