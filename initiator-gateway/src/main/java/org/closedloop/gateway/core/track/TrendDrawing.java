package org.closedloop.gateway.core.track;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.closedloop.gateway.core.track.Trend.Point;

/**
 * A trend as a picture of {@link #WIDTH} by {@link #HEIGHT}: a line for each of its numbers, along
 * time. The numbers themselves are in the table beside it.
 *
 * @param lines from the top of the list of numbers on
 */
public record TrendDrawing(List<Line> lines) {

  static final int WIDTH = 320;
  static final int HEIGHT = 110;
  private static final int LEFT = 10;
  private static final int RIGHT = 230;
  private static final int TOP = 14;
  private static final int BOTTOM = 96;
  private static final int DATE = 10;

  /** A change smaller than this part of the value must not look like a large one. */
  private static final double LEAST_SPAN = 0.2;

  /**
   * A line.
   *
   * @param label its last value, and what it is where there are several
   * @param tone which colour, from 1
   * @param path its points as SVG has them
   * @param dots its points
   * @param end where the label stands
   */
  public record Line(String label, int tone, String path, List<Dot> dots, Dot end) {}

  /** A point. */
  public record Dot(String x, String y) {}

  /** Draws a trend; without lines when its dates tell no order. */
  static TrendDrawing of(Trend trend) {
    List<Long> days = new ArrayList<>();
    for (Point point : trend.points()) {
      if (point.date().length() < DATE) {
        return new TrendDrawing(List.of());
      }
      try {
        days.add(LocalDate.parse(point.date().substring(0, DATE)).toEpochDay());
      } catch (DateTimeParseException e) {
        return new TrendDrawing(List.of());
      }
    }
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < trend.lines().size(); i++) {
      lines.add(line(trend, i, days));
    }
    return new TrendDrawing(List.copyOf(lines));
  }

  private static Line line(Trend trend, int index, List<Long> days) {
    List<Dot> dots = new ArrayList<>();
    for (int i = 0; i < days.size(); i++) {
      double x = scaled(days.get(i), days.get(0), days.get(days.size() - 1), LEFT, RIGHT);
      dots.add(dot(x, y(trend, trend.points().get(i).values().get(index))));
    }
    Dot last = dots.get(dots.size() - 1);
    String path = dots.stream().map(d -> d.x() + "," + d.y()).collect(Collectors.joining(" "));
    Dot end = dot(RIGHT + 10.0, Double.parseDouble(last.y()) + 4);
    String label = trend.lines().size() == 1 ? "" : trend.lines().get(index) + " ";
    List<Point> points = trend.points();
    BigDecimal value = points.get(points.size() - 1).values().get(index);
    return new Line(label + value.toPlainString(), index + 1, path, List.copyOf(dots), end);
  }

  private static double y(Trend trend, BigDecimal value) {
    List<BigDecimal> all =
        trend.points().stream().flatMap(point -> point.values().stream()).sorted().toList();
    double least = all.get(0).doubleValue();
    double most = all.get(all.size() - 1).doubleValue();
    double margin = Math.max(0, LEAST_SPAN * Math.abs(most) - (most - least)) / 2;
    return scaled(value.doubleValue(), least - margin, most + margin, BOTTOM, TOP);
  }

  private static double scaled(double value, double least, double most, int from, int to) {
    return most == least
        ? (from + to) / 2.0
        : from + (to - from) * (value - least) / (most - least);
  }

  private static Dot dot(double x, double y) {
    return new Dot(number(x), number(y));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
