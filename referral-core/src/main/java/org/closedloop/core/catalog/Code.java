package org.closedloop.core.catalog;

/**
 * A coded concept.
 *
 * @param system canonical URL of the code system
 * @param code the code
 * @param display text for people, may be null
 */
public record Code(String system, String code, String display) {

  /** True when system and code agree; the display does not count. */
  public boolean is(String otherSystem, String otherCode) {
    return system.equals(otherSystem) && code.equals(otherCode);
  }
}
