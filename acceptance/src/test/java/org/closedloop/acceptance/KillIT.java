package org.closedloop.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closedloop.acceptance.hub.TestReferral.aReferral;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.closedloop.acceptance.hub.AnsweringProgram;
import org.closedloop.acceptance.hub.Hub;
import org.closedloop.acceptance.hub.Listener;
import org.closedloop.acceptance.hub.PatientHospital;
import org.closedloop.acceptance.hub.TestReferral;
import org.closedloop.core.topic.Topics;
import org.closedloop.stack.player.Inbox;
import org.junit.jupiter.api.Test;

/**
 * {@code kill -9} of each service while 200 referrals are under way: all close, none twice. Half
 * come by HTTP from a hospital that keeps to the retry contract, half by topic.
 */
class KillIT {

  private static final int REFERRALS = 200;
  private static final int BETWEEN_KILLS = 60;

  /** Two at once, so that each dies while its neighbours live. */
  private static final List<List<String>> VICTIMS =
      List.of(List.of("gateway", "adapter"), List.of("router", "feedback"));

  private static final int CLIENTS = 4;
  private static final Duration LIMIT = Duration.ofSeconds(120);
  private static final String TO_PROGRAM = Topics.programReferrals("kc-wellness");
  private static final String FEEDBACK = Topics.initiatorFeedback("mesa-clinic");

  private final Hub hub = Hub.shared();

  @Test
  void shouldCloseAllAndNoneTwice() {
    List<TestReferral> referrals = new ArrayList<>();
    for (int i = 0; i < REFERRALS; i++) {
      referrals.add(aReferral(hub).unsent());
    }
    try (Listener listener = new Listener(hub, TO_PROGRAM, FEEDBACK);
        ExecutorService hospitals = Executors.newFixedThreadPool(CLIENTS)) {
      referrals.subList(0, REFERRALS / 2).forEach(r -> hospitals.execute(() -> send(r)));
      referrals
          .subList(REFERRALS / 2, REFERRALS)
          .forEach(r -> listener.send(Topics.initiatorReferrals("mesa-clinic"), r.request()));
      AnsweringProgram program = new AnsweringProgram(listener, referrals);
      for (List<String> victims : VICTIMS) {
        program.answerMore(BETWEEN_KILLS);
        victims.forEach(hub.stack()::kill);
        hub.stack().up();
      }
      program.answerUntil(REFERRALS);
      Set<String> wanted = placers(referrals);
      Awaitility.await()
          .atMost(LIMIT)
          .until(() -> closed(listener.on(FEEDBACK)).containsAll(wanted));
    }
    assertThat(referrals).allSatisfy(r -> assertThat(r.rows()).containsExactly("01", "02", "09"));
    assertThat(referrals).allSatisfy(r -> assertThat(r.refusals()).isEmpty());
  }

  private void send(TestReferral referral) {
    new PatientHospital(referral.hospital()).submit(referral.request());
  }

  private static Set<String> placers(List<TestReferral> referrals) {
    return referrals.stream().map(TestReferral::placer).collect(Collectors.toSet());
  }

  private static Set<String> closed(Inbox feedback) {
    return feedback.all().stream()
        .filter(got -> got.message().state().equals("completed/7.0"))
        .map(got -> got.message().placer())
        .collect(Collectors.toSet());
  }
}
