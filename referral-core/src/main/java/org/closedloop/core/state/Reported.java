package org.closedloop.core.state;

/**
 * A trigger as a party reports it.
 *
 * @param trigger what is sent
 * @param businessStatus the business status it claims; null leaves it to the table. Rows 06 and 31,
 *     and rows 08 and 32, differ only in it.
 */
public record Reported(Trigger trigger, BusinessStatus businessStatus) {

  /** A trigger whose row is unambiguous. */
  public static Reported of(Trigger trigger) {
    return new Reported(trigger, null);
  }

  boolean allows(BusinessStatus target) {
    return businessStatus == null || businessStatus == target;
  }
}
