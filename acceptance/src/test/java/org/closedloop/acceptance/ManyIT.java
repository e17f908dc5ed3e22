package org.closedloop.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closedloop.acceptance.hub.TestReferral.aReferral;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.closedloop.acceptance.hub.AllTopics;
import org.closedloop.acceptance.hub.AnsweringProgram;
import org.closedloop.acceptance.hub.Hub;
import org.closedloop.acceptance.hub.Listener;
import org.closedloop.acceptance.hub.PatientHospital;
import org.closedloop.acceptance.hub.TestReferral;
import org.closedloop.core.topic.Topics;
import org.closedloop.stack.part.StackSize;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Three brokers and two of each service: what ends or dies is not noticed by the parties. */
@Tag("full")
class ManyIT {

  private static final int REFERRALS = 100;
  private static final int CLIENTS = 4;
  private static final Duration LIMIT = Duration.ofSeconds(120);
  private static final String TO_PROGRAM = Topics.programReferrals("kc-wellness");
  private static final String FEEDBACK = Topics.initiatorFeedback("mesa-clinic");
  private static final List<String> GATEWAYS = List.of("gateway", "gateway-2");

  private static Hub hub;

  @BeforeAll
  static void start() {
    hub = Hub.of(StackSize.of(3, 2));
  }

  @AfterAll
  static void end() {
    hub.stack().down();
  }

  @Test
  void shouldAnswerTheClientWhicheverInstanceItAsks() {
    for (String gateway : GATEWAYS) {
      for (int i = 0; i < 6; i++) {
        TestReferral referral = aReferral(hub).unsent();
        assertThat(hub.hospital("mesa-clinic", gateway).process(referral.request()).status())
            .isEqualTo(200);
      }
    }
  }

  @Test
  void shouldLoseNothingWhenEachInstanceIsRestartedUnderLoad() {
    underLoad(() -> hub.stack().rollingRestart(hub.stack().services()));
  }

  @Test
  void shouldLoseNothingWhenAnInstanceOfEachIsKilled() {
    List<String> victims = List.of("gateway-2", "router", "adapter-2", "feedback");
    underLoad(() -> victims.forEach(hub.stack()::kill));
    hub.stack().up();
  }

  @Test
  void shouldServeOnWhenABrokerIsKilled() {
    for (String broker : hub.stack().brokers()) {
      List<Integer> answers = underLoad(() -> hub.stack().kill(broker));
      assertThat(answers).as("each was taken").hasSize(REFERRALS / 2);
      hub.stack().start(broker);
    }
  }

  /** Half come by HTTP over both gateways, half by topic; the fault comes when some are closed. */
  private static List<Integer> underLoad(Runnable fault) {
    List<TestReferral> referrals =
        Stream.generate(() -> aReferral(hub).unsent()).limit(REFERRALS).toList();
    ConcurrentLinkedQueue<Integer> answers = new ConcurrentLinkedQueue<>();
    try (Listener listener = new Listener(hub, TO_PROGRAM, FEEDBACK);
        ExecutorService hospitals = Executors.newFixedThreadPool(CLIENTS + 1)) {
      referrals
          .subList(0, REFERRALS / 2)
          .forEach(r -> hospitals.execute(() -> answers.add(send(r))));
      referrals
          .subList(REFERRALS / 2, REFERRALS)
          .forEach(r -> listener.send(Topics.initiatorReferrals("mesa-clinic"), r.request()));
      AnsweringProgram program = new AnsweringProgram(listener, referrals);
      program.answerMore(REFERRALS / 10);
      hospitals.execute(fault);
      program.answerUntil(REFERRALS);
      Set<String> wanted = referrals.stream().map(TestReferral::placer).collect(Collectors.toSet());
      Awaitility.await().atMost(LIMIT).until(() -> closed(listener).containsAll(wanted));
    }
    assertThat(referrals).allSatisfy(r -> assertThat(r.rows()).containsExactly("01", "02", "09"));
    assertThat(referrals).allSatisfy(r -> assertThat(r.refusals()).isEmpty());
    assertThat(AllTopics.read(hub, topic -> topic.endsWith(".dlq"))).isEmpty();
    return List.copyOf(answers);
  }

  private static int send(TestReferral referral) {
    return new PatientHospital(
            hub.hospital("mesa-clinic", "gateway"), hub.hospital("mesa-clinic", "gateway-2"))
        .submit(referral.request());
  }

  private static Set<String> closed(Listener listener) {
    return listener.on(FEEDBACK).all().stream()
        .filter(got -> got.message().state().equals("completed/7.0"))
        .map(got -> got.message().placer())
        .collect(Collectors.toSet());
  }
}
