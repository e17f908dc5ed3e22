package org.closedloop.core.fhir.readable;

import java.math.BigDecimal;
import java.util.List;

/**
 * Something measured. A blood pressure is one measure with two amounts.
 *
 * @param label what was measured
 * @param text value with unit, such as {@code 138/86 mmHg}
 * @param code its first code, null when it has none
 * @param date when it was measured, ISO text; null when not said
 * @param about name of the person when that is not the patient, else null
 * @param amounts the numbers in it, for trends
 */
public record Measure(
    String label, String text, String code, String date, String about, List<Amount> amounts) {

  /**
   * A number with its unit.
   *
   * @param label what it is, such as {@code Systolic}
   * @param value the number
   * @param unit for people, an empty text when it has none
   */
  public record Amount(String label, BigDecimal value, String unit) {}
}
