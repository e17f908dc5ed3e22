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

  /**
   * Partitions of each of the hub's own topics, unless asked for otherwise: the limit of how far
   * one service can be spread.
   */
  public static final int HUB_PARTITIONS = 6;

  private static final Partitions ONE = new Partitions(1, true);

  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration MONTH = Duration.ofDays(30);

  private final Copies copies;
  private final Partitions ofHub;
  private final List<TopicSpec> plan = new ArrayList<>();

  private TopicPlan(Copies copies, int partitions) {
    this.copies = copies;
    this.ofHub = new Partitions(partitions, false);
  }

  /** Every topic the hub and its parties need, on a single broker. */
  public static List<TopicSpec> of(Directory directory, UseCaseCatalog catalog) {
    return of(directory, catalog, Copies.SINGLE, HUB_PARTITIONS);
  }

  /**
   * Every topic the hub and its parties need.
   *
   * @param partitions of each of the hub's own topics
   */
  public static List<TopicSpec> of(
      Directory directory, UseCaseCatalog catalog, Copies copies, int partitions) {
    TopicPlan plan = new TopicPlan(copies, partitions);
    plan.hub(Topics.CLAIMS, WEEK);
    plan.hub(Topics.JOURNAL, null);
    plan.hub(Topics.VERDICTS, Duration.ofDays(1));
    plan.hub(Topics.STATUS, MONTH);
    catalog.all().forEach(useCase -> plan.hub(Topics.routed(useCase.name()), WEEK));
    directory.all().forEach(plan::party);
    return List.copyOf(plan.plan);
  }

  private void party(Party party) {
    if (party.roles().contains(Role.INITIATOR)) {
      withDeadLetters(Topics.initiatorReferrals(party.id()), ONE, MONTH);
      withDeadLetters(Topics.initiatorFeedback(party.id()), ONE, MONTH);
    }
    if (party.roles().contains(Role.RECIPIENT)) {
      withDeadLetters(Topics.programReferrals(party.id()), ONE, MONTH);
      withDeadLetters(Topics.programResponses(party.id()), ONE, MONTH);
      withDeadLetters(Topics.programReceipts(party.id()), ONE, MONTH);
    }
  }

  private void hub(String name, Duration retention) {
    withDeadLetters(name, ofHub, retention);
  }

  private void withDeadLetters(String name, Partitions partitions, Duration retention) {
    plan.add(new TopicSpec(name, partitions, copies, retention));
    plan.add(new TopicSpec(Topics.deadLetters(name), ONE, copies, MONTH));
  }
}
