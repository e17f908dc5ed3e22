package org.closedloop.acceptance.hub;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.closedloop.core.topic.Topics;

/** The program {@code kc-wellness}: accepts each referral it gets and sends its outcome, once. */
public final class AnsweringProgram {

  private static final Duration LIMIT = Duration.ofSeconds(120);
  private static final String INBOX = Topics.programReferrals("kc-wellness");
  private static final String RESPONSES = Topics.programResponses("kc-wellness");

  private final Listener listener;
  private final Map<String, TestReferral> byPlacer;
  private final Set<String> answered = ConcurrentHashMap.newKeySet();

  /**
   * @param listener hears {@code program.kc-wellness.referrals}
   * @param referrals those it may get
   */
  public AnsweringProgram(Listener listener, List<TestReferral> referrals) {
    this.listener = listener;
    this.byPlacer =
        referrals.stream().collect(Collectors.toMap(TestReferral::placer, referral -> referral));
  }

  /** Answers until it has answered so many more. */
  public void answerMore(int more) {
    answerUntil(answered.size() + more);
  }

  /** Answers until it has answered so many. */
  public void answerUntil(int enough) {
    Awaitility.await()
        .atMost(LIMIT)
        .until(
            () -> {
              listener.on(INBOX).all().forEach(got -> answer(got.message().placer()));
              return answered.size() >= enough;
            });
  }

  private void answer(String placer) {
    TestReferral referral = byPlacer.get(placer);
    if (referral != null && answered.add(placer)) {
      listener.send(RESPONSES, referral.report(TestReferral.after("02")));
      listener.send(RESPONSES, referral.outcome());
    }
  }
}
