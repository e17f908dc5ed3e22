package org.closedloop.acceptance.chaos.scenario;

import java.util.Map;

/**
 * What hospitals and programs do. Arrivals do not wait for answers.
 *
 * @param perSecond referrals begun a second, on average
 * @param referrals how many in all
 * @param byTopic share (0 to 1) whose hospital sends by topic, the others by HTTP
 * @param toPush share whose program gets its messages by push, the others by topic; use cases that
 *     no push program serves go by topic all the same
 * @param answersByTopic share whose program answers by topic, the others by HTTP
 * @param stories weight of each story; one that is left out never happens
 */
public record Load(
    double perSecond,
    int referrals,
    double byTopic,
    double toPush,
    double answersByTopic,
    Map<Story, Integer> stories) {

  private static final Map<Story, Integer> MIX =
      Map.of(
          Story.PLAIN, 4,
          Story.SCHEDULED, 3,
          Story.NO_SHOW, 1,
          Story.INTERIM, 2,
          Story.DECLINED, 1,
          Story.CANCELLED, 2);

  public Load {
    if (perSecond <= 0 || referrals < 1) {
      throw new IllegalArgumentException("a load needs referrals and a rate above 0");
    }
    share(byTopic);
    share(toPush);
    share(answersByTopic);
    stories = stories == null || stories.isEmpty() ? MIX : Map.copyOf(stories);
  }

  /** A bit of everything. */
  public static Load mixed(double perSecond, int referrals) {
    return new Load(perSecond, referrals, 0.5, 0.6, 0.5, MIX);
  }

  private static void share(double value) {
    if (value < 0 || value > 1) {
      throw new IllegalArgumentException("a share is between 0 and 1");
    }
  }
}
