package org.closedloop.core.topic;

/**
 * How a topic is spread.
 *
 * @param number how many it is created with
 * @param moreAllowed whether it may have more: a party that gives its records keys may spread them.
 *     In the hub's topics another number would move referrals to other partitions, out of order.
 */
public record Partitions(int number, boolean moreAllowed) {

  /** Whether a topic that exists is as it must be. */
  public boolean fits(int present) {
    return present == number || (moreAllowed && present > number);
  }
}
