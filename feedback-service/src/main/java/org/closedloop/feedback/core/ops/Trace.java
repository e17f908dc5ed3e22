package org.closedloop.feedback.core.ops;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.closedloop.feedback.core.StageTimes;
import org.closedloop.pages.view.Times;

/**
 * A referral's way stage by stage, as bars on one axis of time.
 *
 * @param bars one a stage that it passed
 * @param total from the first to the last of them, for people
 */
public record Trace(List<Bar> bars, String total) {

  /** Width of the picture. */
  private static final int WIDTH = 600;

  /**
   * A stage.
   *
   * @param name what it is called
   * @param x where it begins
   * @param width how long it is, at least a hair
   * @param y where it stands
   * @param took how long, for people
   * @param until when it ended
   */
  public record Bar(String name, int x, int width, int y, String took, String until) {}

  /** The stages of a referral. */
  public static Trace of(StageTimes times) {
    List<String> names = List.of("Recorded", "Routed", "Delivered", "First response", "Closed");
    List<Instant> ends = new ArrayList<>();
    ends.add(times.recordedAt());
    ends.add(times.routedAt());
    ends.add(times.deliveredAt());
    ends.add(times.respondedAt());
    ends.add(times.closedAt());
    Instant last =
        ends.stream().filter(at -> at != null).max(Instant::compareTo).orElse(times.acceptedAt());
    double millis = Math.max(1, Duration.between(times.acceptedAt(), last).toMillis());
    List<Bar> bars = new ArrayList<>();
    Instant before = times.acceptedAt();
    for (int i = 0; i < names.size(); i++) {
      Instant end = ends.get(i);
      if (end != null) {
        Instant begin = before.isAfter(end) ? end : before;
        int x = (int) (WIDTH * Duration.between(times.acceptedAt(), begin).toMillis() / millis);
        int width = (int) (WIDTH * Duration.between(begin, end).toMillis() / millis);
        double seconds = Duration.between(begin, end).toMillis() / 1000.0;
        bars.add(
            new Bar(
                names.get(i),
                Math.max(0, x),
                Math.max(3, width),
                i * 30,
                Overview.time(seconds),
                Times.moment(end)));
        before = end;
      }
    }
    return new Trace(List.copyOf(bars), Overview.time(millis / 1000.0));
  }
}
