package org.closedloop.core.topic;

/**
 * On how many brokers a topic's records stand.
 *
 * @param all copies there are while every broker lives ({@code replication.factor})
 * @param inSync copies that must have a record before its writer is told so ({@code
 *     min.insync.replicas})
 */
public record Copies(int all, int inSync) {

  /** On one broker there is nowhere to copy to. */
  public static final Copies SINGLE = new Copies(1, 1);

  /** One broker may die: two have every record, and two are left to take the next. */
  public static final Copies THREE = new Copies(3, 2);

  /** What a cluster of this size can hold. */
  public static Copies on(int brokers) {
    return brokers < THREE.all ? SINGLE : THREE;
  }
}
