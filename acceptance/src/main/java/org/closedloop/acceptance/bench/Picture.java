package org.closedloop.acceptance.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Draws a phase second by second as SVG: latencies above, closed loops below. */
final class Picture {

  private static final int WIDTH = 800;
  private static final int HEIGHT = 160;
  private static final int LEFT = 60;
  private static final int GAP = 70;

  private Picture() {}

  /** A whole document; also of no moments at all. */
  static String of(List<Moment> moments) {
    double latency = most(moments, Moment::p99Ms);
    double closed = most(moments, Moment::closed);
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"900\" height=\"480\""
        + " font-family=\"sans-serif\" font-size=\"13\">\n"
        + "<rect width=\"900\" height=\"480\" fill=\"white\"/>\n"
        + title(30, "accept → delivered, ms: p50 (blue), p99 (red)", latency)
        + line(moments, Moment::p50Ms, latency, 40, "blue")
        + line(moments, Moment::p99Ms, latency, 40, "red")
        + title(HEIGHT + GAP + 20, "closed loops a second", closed)
        + line(moments, Moment::closed, closed, HEIGHT + GAP + 30, "green")
        + "</svg>\n";
  }

  private static double most(List<Moment> moments, ToDoubleFunction<Moment> figure) {
    return Math.max(1, moments.stream().mapToDouble(figure).max().orElse(1));
  }

  private static String title(int y, String text, double most) {
    return String.format(
        Locale.ROOT,
        "<text x=\"%d\" y=\"%d\">%s; 0 to %.0f</text>%n<rect x=\"%d\" y=\"%d\" width=\"%d\""
            + " height=\"%d\" fill=\"none\" stroke=\"grey\"/>%n",
        LEFT,
        y,
        text,
        most,
        LEFT,
        y + 10,
        WIDTH,
        HEIGHT);
  }

  private static String line(
      List<Moment> moments, ToDoubleFunction<Moment> figure, double most, int top, String colour) {
    int last = moments.isEmpty() ? 1 : Math.max(1, moments.getLast().second());
    StringBuilder points = new StringBuilder();
    for (Moment one : moments) {
      double x = LEFT + (double) WIDTH * one.second() / last;
      double y = top + HEIGHT * (1 - figure.applyAsDouble(one) / most);
      points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
    }
    return "<polyline fill=\"none\" stroke=\"" + colour + "\" points=\"" + points + "\"/>\n";
  }
}
