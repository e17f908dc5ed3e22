package org.closedloop.gateway.core.track;

import java.math.BigDecimal;
import java.util.List;

/**
 * Something that was measured more than once.
 *
 * @param label what
 * @param unit of all values
 * @param lines names of its numbers: one, or systolic and diastolic
 * @param points in the order of time
 */
public record Trend(String label, String unit, List<String> lines, List<Point> points) {

  /**
   * A measurement.
   *
   * @param date ISO text
   * @param day the same for people
   * @param text value with unit
   * @param source who measured it
   * @param values a number for each line
   */
  public record Point(
      String date, String day, String text, String source, List<BigDecimal> values) {}

  /** The same as a picture. */
  public TrendDrawing drawing() {
    return TrendDrawing.of(this);
  }

  /** From the first to the last in words. */
  public String change() {
    return points.get(0).text() + " → " + points.get(points.size() - 1).text();
  }
}
