package org.closedloop.gateway.core.track;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.closedloop.core.fhir.readable.Measure;
import org.closedloop.core.fhir.readable.Measure.Amount;
import org.closedloop.core.fhir.readable.Readable;
import org.closedloop.gateway.core.track.Trend.Point;
import org.closedloop.pages.view.Times;

/** Finds what was measured more than once, from the request on, and changed. */
final class Trends {

  private final Map<String, List<Measured>> byCode = new LinkedHashMap<>();

  private record Measured(Measure measure, String source) {
    String date() {
      return measure.date();
    }
  }

  private Trends() {}

  /**
   * The trends.
   *
   * @param request what the hospital sent
   * @param feedback the documents that came, in order
   */
  static List<Trend> of(Readable request, List<Readable> feedback) {
    Trends all = new Trends();
    all.take(request, "Referral");
    feedback.forEach(document -> all.take(document, "Feedback"));
    return all.byCode.values().stream().filter(Trends::changed).map(Trends::trend).toList();
  }

  private void take(Readable readable, String source) {
    for (Measure measure : readable.measures()) {
      if (measure.code() != null && measure.date() != null) {
        byCode
            .computeIfAbsent(key(measure), code -> new ArrayList<>())
            .add(new Measured(measure, source));
      }
    }
  }

  /** Only what has the same code, unit and person can be compared. */
  private static String key(Measure measure) {
    return measure.code()
        + "|"
        + measure.about()
        + "|"
        + measure.amounts().stream().map(Amount::unit).toList();
  }

  private static boolean changed(List<Measured> values) {
    return values.stream()
            .map(value -> value.measure().amounts().stream().map(Trends::number).toList())
            .distinct()
            .count()
        > 1;
  }

  private static String number(Amount amount) {
    return amount.value().stripTrailingZeros().toPlainString();
  }

  private static Trend trend(List<Measured> values) {
    Measure first = values.get(0).measure();
    return new Trend(
        first.label(),
        first.amounts().get(0).unit(),
        first.amounts().stream().map(Amount::label).toList(),
        values.stream()
            .sorted(Comparator.comparing(Measured::date))
            .map(Trends::point)
            .distinct()
            .toList());
  }

  private static Point point(Measured value) {
    Measure measure = value.measure();
    return new Point(
        measure.date(),
        Times.day(measure.date()),
        measure.text(),
        value.source(),
        measure.amounts().stream().map(Amount::value).toList());
  }
}
