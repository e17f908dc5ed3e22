package org.closedloop.pages.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Lines over time, ready to be drawn: points of a picture of {@link #WIDTH} by {@link #HEIGHT}.
 *
 * @param title what it shows
 * @param summary the same for those who cannot see it
 * @param lines one a series
 * @param ticks of the upright axis
 * @param from first moment, for people
 * @param to last moment, for people
 */
public record TimeChart(
    String title, String summary, List<Line> lines, List<Tick> ticks, String from, String to) {

  public static final int WIDTH = 560;
  public static final int HEIGHT = 190;

  private static final int LEFT = 46;
  private static final int RIGHT = WIDTH - 8;
  private static final int TOP = 12;
  private static final int BOTTOM = HEIGHT - 26;

  /**
   * A series.
   *
   * @param name what it is
   * @param values one a step of time; null where there is none
   */
  public record Series(String name, List<Double> values) {}

  /**
   * A line of the picture.
   *
   * @param name what it is
   * @param points as SVG wants them; a gap begins a new one
   * @param last its latest value, for people
   */
  public record Line(String name, List<String> points, String last) {}

  /**
   * A mark of the upright axis.
   *
   * @param y where
   * @param text the value
   */
  public record Tick(double y, String text) {}

  /**
   * Draws series of equal length.
   *
   * @param unit behind each value, an empty text for counts
   */
  public static TimeChart of(
      String title, String unit, List<Series> series, String from, String to) {
    double top = nice(highest(series));
    List<Line> lines = series.stream().map(one -> line(one, top, unit)).toList();
    List<Tick> ticks =
        List.of(0.0, top / 2, top).stream()
            .map(value -> new Tick(y(value, top), text(value, unit)))
            .toList();
    return new TimeChart(title, summary(title, lines, from, to), lines, ticks, from, to);
  }

  private static String summary(String title, List<Line> lines, String from, String to) {
    StringBuilder words = new StringBuilder(title + " from " + from + " to " + to + ".");
    lines.forEach(
        line ->
            words.append(' ').append(line.name()).append(" last ").append(line.last()).append('.'));
    return words.toString();
  }

  private static double highest(List<Series> series) {
    return series.stream()
        .flatMap(one -> one.values().stream())
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue)
        .max()
        .orElse(0);
  }

  /** The next of 1, 2, 5, 10, 20, 50 and so on. */
  static double nice(double highest) {
    if (highest <= 0) {
      return 1;
    }
    double power = Math.pow(10, Math.floor(Math.log10(highest)));
    for (double step : new double[] {1, 2, 5}) {
      if (highest <= step * power) {
        return step * power;
      }
    }
    return 10 * power;
  }

  private static Line line(Series series, double top, String unit) {
    List<String> runs = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    List<Double> values = series.values();
    String last = "none";
    for (int i = 0; i < values.size(); i++) {
      Double value = values.get(i);
      if (value == null) {
        close(runs, run);
      } else {
        run.append(number(x(i, values.size())))
            .append(',')
            .append(number(y(value, top)))
            .append(' ');
        last = text(value, unit);
      }
    }
    close(runs, run);
    return new Line(series.name(), List.copyOf(runs), last);
  }

  /** A single point is drawn as a short dash. */
  private static void close(List<String> runs, StringBuilder run) {
    if (run.length() == 0) {
      return;
    }
    String points = run.toString().strip();
    if (!points.contains(" ")) {
      String[] at = points.split(",");
      points = points + " " + number(Double.parseDouble(at[0]) + 3) + "," + at[1];
    }
    runs.add(points);
    run.setLength(0);
  }

  private static double x(int index, int count) {
    return LEFT + (RIGHT - LEFT) * (count < 2 ? 0.5 : index / (count - 1.0));
  }

  private static double y(double value, double top) {
    return BOTTOM - (BOTTOM - TOP) * value / top;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  /** A value for people: whole, or with what digits it needs. */
  static String text(double value, String unit) {
    String digits =
        value == Math.rint(value) || value >= 100
            ? String.valueOf(Math.round(value))
            : String.format(Locale.ROOT, value < 1 ? "%.3f" : "%.1f", value);
    return unit.isEmpty() ? digits : digits + " " + unit;
  }
}
