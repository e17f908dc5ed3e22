package org.closedloop.core.fhir;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.closedloop.core.catalog.Item;

/** One thing a feedback document says, of the kind an item of the use case's list allows. */
public sealed interface FeedbackResult {

  /** What of the list it is. */
  Item item();

  /**
   * A number with its unit.
   *
   * @param unit for people
   * @param ucum the same as UCUM writes it
   */
  record Amount(Item item, BigDecimal value, String unit, String ucum) implements FeedbackResult {}

  /** A blood pressure in mmHg. */
  record Pressure(Item item, BigDecimal systolic, BigDecimal diastolic) implements FeedbackResult {}

  /** A day. */
  record Day(Item item, LocalDate value) implements FeedbackResult {}

  /** Words. */
  record Words(Item item, String text) implements FeedbackResult {}

  /** A condition the person has. */
  record Present(Item item) implements FeedbackResult {}

  /**
   * A medication and how it is taken.
   *
   * @param item the prescription's item
   * @param name of the medication
   * @param dosage in words
   */
  record Medicine(Item item, Item medication, String name, String dosage)
      implements FeedbackResult {}
}
