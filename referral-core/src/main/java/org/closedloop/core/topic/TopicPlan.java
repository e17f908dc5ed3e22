package org.closedloop.core.topic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.closedloop.core.catalog.UseCaseCatalog;
import org.closedloop.core.directory.Directory;
import org.closedloop.core.directory.Party;
import org.closedloop.core.directory.Role;

/** The one list of all topics, from the catalog and the directory (design section 3). */
public final class TopicPlan {

  /** Partitions of the hub's own topics: the limit of how far one service can be spread. */
  public static final int HUB_PARTITIONS = 6;

  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration MONTH = Duration.ofDays(30);

  private TopicPlan() {}

  /** Every topic the hub and its parties need. */
  public static List<TopicSpec> of(Directory directory, UseCaseCatalog catalog) {
    List<TopicSpec> plan = new ArrayList<>();
    hub(plan, Topics.CLAIMS, WEEK);
    hub(plan, Topics.JOURNAL, null);
    hub(plan, Topics.VERDICTS, Duration.ofDays(1));
    hub(plan, Topics.STATUS, MONTH);
    catalog.all().forEach(useCase -> hub(plan, Topics.routed(useCase.name()), WEEK));
    directory.all().forEach(party -> ofParty(plan, party));
    return List.copyOf(plan);
  }

  /** The topics of one party; it becomes active only when they exist. */
  public static List<TopicSpec> of(Party party) {
    List<TopicSpec> plan = new ArrayList<>();
    ofParty(plan, party);
    return List.copyOf(plan);
  }

  private static void ofParty(List<TopicSpec> plan, Party party) {
    if (party.roles().contains(Role.INITIATOR)) {
      partyTopic(plan, Topics.initiatorReferrals(party.id()));
      partyTopic(plan, Topics.initiatorFeedback(party.id()));
    }
    if (party.roles().contains(Role.RECIPIENT)) {
      partyTopic(plan, Topics.programReferrals(party.id()));
      partyTopic(plan, Topics.programResponses(party.id()));
      partyTopic(plan, Topics.programReceipts(party.id()));
    }
  }

  private static void hub(List<TopicSpec> plan, String name, Duration retention) {
    plan.add(new TopicSpec(name, HUB_PARTITIONS, retention));
    plan.add(new TopicSpec(Topics.deadLetters(name), 1, MONTH));
  }

  private static void partyTopic(List<TopicSpec> plan, String name) {
    plan.add(new TopicSpec(name, 1, MONTH));
    plan.add(new TopicSpec(Topics.deadLetters(name), 1, MONTH));
  }
}
