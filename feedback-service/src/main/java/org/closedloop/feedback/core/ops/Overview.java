package org.closedloop.feedback.core.ops;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.closedloop.core.state.BusinessStatus;
import org.closedloop.feedback.core.ops.OpsFigures.Flow;
import org.closedloop.feedback.core.ops.OpsFigures.InState;
import org.closedloop.feedback.core.ops.OpsFigures.Step;
import org.closedloop.pages.chart.TimeChart;
import org.closedloop.pages.chart.TimeChart.Series;
import org.closedloop.pages.view.Choice;
import org.closedloop.pages.view.Times;

/**
 * The operators' overview, ready to be shown.
 *
 * @param query what is looked at
 * @param windows how far back one may look
 * @param useCases to choose from
 * @param initiators to choose from
 * @param programs to choose from
 * @param at when the figures were read
 * @param tiles the figures at a glance
 * @param states open referrals by state
 * @param stages how long the stages took
 * @param charts the same over time
 * @param late what is overdue
 * @param deliveries packages on their way
 * @param parked what waits for a person
 * @param lag records that are waiting, by consumer group
 */
public record Overview(
    OpsQuery query,
    List<Choice> windows,
    List<String> useCases,
    List<String> initiators,
    List<String> programs,
    String at,
    List<Tile> tiles,
    List<Bar> states,
    List<StageRow> stages,
    List<TimeChart> charts,
    List<OpsFigures.Late> late,
    List<DeliveryRow> deliveries,
    List<WaitingRow> parked,
    List<Lag> lag) {

  /** A figure with its name. */
  public record Tile(String value, String label) {}

  /** A bar; its length in percent of the longest. */
  public record Bar(String label, long count, int percent) {}

  /** How long a stage took. */
  public record StageRow(String name, long count, String p50, String p95, String p99) {}

  /** Packages on their way to a program. */
  public record DeliveryRow(
      String program, String delivery, long count, String oldest, String nextAt) {}

  /** What is parked. */
  public record WaitingRow(String kind, long count, String oldest) {}

  /** What can be chosen. */
  public record Filters(List<String> useCases, List<String> initiators, List<String> programs) {}

  /** Puts figures into words and pictures. */
  public static Overview of(OpsQuery query, OpsFigures figures, Filters filters, List<Lag> lag) {
    return new Overview(
        query,
        windows(query),
        filters.useCases(),
        filters.initiators(),
        filters.programs(),
        Times.moment(figures.at()),
        tiles(figures),
        bars(figures.open()),
        figures.stages().stream().map(Overview::stage).toList(),
        charts(query, figures),
        figures.overdue(),
        figures.deliveries().stream().map(one -> delivery(one, figures.at())).toList(),
        figures.parked().stream().map(one -> waiting(one, figures.at())).toList(),
        lag);
  }

  private static List<Choice> windows(OpsQuery query) {
    return Stream.of(Window.values())
        .map(
            window ->
                new Choice(
                    window.label(), "", query.address("/ops", window), window == query.window()))
        .toList();
  }

  private static List<Tile> tiles(OpsFigures figures) {
    Flow flow = figures.flow();
    long open = figures.open().stream().mapToLong(InState::count).sum();
    long overdue = figures.overdue().stream().mapToLong(OpsFigures.Late::count).sum();
    long parked = figures.parked().stream().mapToLong(OpsFigures.Waiting::count).sum();
    return List.of(
        new Tile("" + open, "open now"),
        new Tile("" + flow.accepted(), "accepted"),
        new Tile("" + flow.closedLately(), "closed"),
        new Tile(share(flow.closed(), flow.accepted()), "of the accepted are closed"),
        new Tile(share(flow.completed(), flow.accepted()), "of them brought an outcome"),
        new Tile("" + overdue, "overdue"),
        new Tile("" + parked, "parked"));
  }

  private static String share(long part, long all) {
    return all == 0 ? "–" : Math.round(100.0 * part / all) + " %";
  }

  private static List<Bar> bars(List<InState> states) {
    long most = states.stream().mapToLong(InState::count).max().orElse(1);
    return states.stream()
        .map(
            one ->
                new Bar(
                    one.status() + " / " + name(one.businessStatus()),
                    one.count(),
                    (int) Math.max(1, 100 * one.count() / most)))
        .toList();
  }

  private static String name(String businessStatus) {
    return BusinessStatus.of(businessStatus)
        .map(known -> known.code() + " " + known.display().replace("Service Request ", ""))
        .orElse(businessStatus);
  }

  private static StageRow stage(OpsFigures.StageTime stage) {
    return new StageRow(
        stage.name(), stage.count(), time(stage.p50()), time(stage.p95()), time(stage.p99()));
  }

  /**
   * Seconds as people read them: {@code 24 ms}, {@code 3.1 s}, {@code 2 h 5 min}, {@code 12 days}.
   */
  static String time(Double seconds) {
    if (seconds == null) {
      return "–";
    }
    if (seconds < 1) {
      return Math.round(seconds * 1000) + " ms";
    }
    if (seconds < 60) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    Duration span = Duration.ofSeconds(Math.round(seconds));
    if (span.toDays() > 1) {
      return span.toDays() + " days";
    }
    return span.toHours() > 0
        ? span.toHours() + " h " + span.toMinutesPart() + " min"
        : span.toMinutes() + " min " + span.toSecondsPart() + " s";
  }

  private static List<TimeChart> charts(OpsQuery query, OpsFigures figures) {
    String from = Times.moment(figures.at().minus(query.window().length()));
    String to = Times.moment(figures.at());
    return List.of(
        TimeChart.of(
            "Accepted to delivered",
            "ms",
            List.of(
                series("p50", figures.steps(), step -> millis(step.p50())),
                series("p95", figures.steps(), step -> millis(step.p95()))),
            from,
            to),
        TimeChart.of(
            "Referrals",
            "",
            List.of(
                series("accepted", figures.steps(), step -> (double) step.accepted()),
                series("closed since", figures.steps(), step -> (double) step.closed())),
            from,
            to));
  }

  private static Series series(String name, List<Step> steps, Function<Step, Double> value) {
    List<Double> values = new ArrayList<>();
    steps.forEach(step -> values.add(value.apply(step)));
    return new Series(name, values);
  }

  private static Double millis(Double seconds) {
    return seconds == null ? null : seconds * 1000;
  }

  private static DeliveryRow delivery(OpsFigures.Delivery one, Instant now) {
    return new DeliveryRow(
        one.program(),
        one.delivery().toLowerCase(Locale.ROOT),
        one.count(),
        Times.span(one.oldest(), now),
        Times.moment(one.nextAt()));
  }

  private static WaitingRow waiting(OpsFigures.Waiting one, Instant now) {
    return new WaitingRow(one.kind(), one.count(), Times.span(one.oldest(), now));
  }
}
