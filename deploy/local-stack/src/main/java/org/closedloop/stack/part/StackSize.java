package org.closedloop.stack.part;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.closedloop.core.topic.TopicPlan;

/**
 * How many there are of each.
 *
 * @param brokers 1, or 3 so that one may die
 * @param partitions of each of the hub's own topics, 1 to 96; 0 stands for the usual number
 * @param instances of each service, 1 to 3; what is not named has one
 */
public record StackSize(int brokers, int partitions, Map<HubService, Integer> instances) {

  /** One of each, as it is unless somebody asks for more. */
  public static final StackSize ONE = of(1, 1);

  private static final int MOST_INSTANCES = 3;
  private static final int MOST_PARTITIONS = 96;

  public StackSize {
    if (brokers != 1 && brokers != 3) {
      throw new IllegalArgumentException("There can be 1 or 3 brokers.");
    }
    partitions = partitions == 0 ? TopicPlan.HUB_PARTITIONS : partitions;
    if (partitions < 1 || partitions > MOST_PARTITIONS) {
      throw new IllegalArgumentException("There can be 1 to 96 partitions of a topic.");
    }
    if (instances.values().stream().anyMatch(count -> count < 1 || count > MOST_INSTANCES)) {
      throw new IllegalArgumentException("There can be 1 to 3 instances of a service.");
    }
    instances = Map.copyOf(instances);
  }

  /** The same number of every service. */
  public static StackSize of(int brokers, int instances) {
    return new StackSize(brokers, TopicPlan.HUB_PARTITIONS, ofEach(instances));
  }

  private static Map<HubService, Integer> ofEach(int instances) {
    Map<HubService, Integer> all = new EnumMap<>(HubService.class);
    Arrays.stream(HubService.values()).forEach(service -> all.put(service, instances));
    return all;
  }

  /** How many processes of one service run. */
  public int of(HubService service) {
    return instances.getOrDefault(service, 1);
  }

  /** The same with another number of brokers. */
  public StackSize withBrokers(int count) {
    return new StackSize(count, partitions, instances);
  }

  /** The same with another number of partitions; 0 stands for the usual one. */
  public StackSize withPartitions(int count) {
    return new StackSize(brokers, count, instances);
  }

  /** The same with another number of instances of every service. */
  public StackSize withInstances(int count) {
    return new StackSize(brokers, partitions, ofEach(count));
  }
}
