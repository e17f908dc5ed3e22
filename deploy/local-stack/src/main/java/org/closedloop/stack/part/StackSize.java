package org.closedloop.stack.part;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many there are of each.
 *
 * @param brokers 1, or 3 so that one may die
 * @param instances of each service, 1 to 3; what is not named has one
 */
public record StackSize(int brokers, Map<HubService, Integer> instances) {

  /** One of each, as it is unless somebody asks for more. */
  public static final StackSize ONE = of(1, 1);

  private static final int MOST_INSTANCES = 3;

  public StackSize {
    if (brokers != 1 && brokers != 3) {
      throw new IllegalArgumentException("There can be 1 or 3 brokers.");
    }
    if (instances.values().stream().anyMatch(count -> count < 1 || count > MOST_INSTANCES)) {
      throw new IllegalArgumentException("There can be 1 to 3 instances of a service.");
    }
    instances = Map.copyOf(instances);
  }

  /** The same number of every service. */
  public static StackSize of(int brokers, int instances) {
    Map<HubService, Integer> all = new EnumMap<>(HubService.class);
    Arrays.stream(HubService.values()).forEach(service -> all.put(service, instances));
    return new StackSize(brokers, all);
  }

  /** How many processes of one service run. */
  public int of(HubService service) {
    return instances.getOrDefault(service, 1);
  }

  /** The same with another number of brokers. */
  public StackSize withBrokers(int count) {
    return new StackSize(count, instances);
  }
}
