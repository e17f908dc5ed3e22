package org.closedloop.kit.trace;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.closedloop.core.identity.ReferralId;

/**
 * Ids of W3C traces. A referral is one trace and its id is the trace's; a span's id follows from
 * what it is about, so that the parts of a trace fit together without a word between the services,
 * and a record written twice is one span.
 */
public final class TraceIds {

  private static final Pattern TRACE = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern PARENT = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-..");
  private static final int SPAN_DIGITS = 16;

  private TraceIds() {}

  /** Two ids of a {@code traceparent}, hexadecimal. */
  public record Place(String trace, String span) {}

  /** The trace of a referral; empty when the id is none the hub gave. */
  public static Optional<String> trace(String referralId) {
    String trace = referralId == null ? "" : referralId.replace("-", "");
    return TRACE.matcher(trace).matches() ? Optional.of(trace) : Optional.empty();
  }

  /** The span about something that has a name, an event's id for example. */
  public static String span(String name) {
    return ReferralId.derive("span|" + name).replace("-", "").substring(0, SPAN_DIGITS);
  }

  /** Value of a header {@code traceparent}; empty text when there is no trace. */
  public static String traceparent(String referralId, String eventId) {
    return trace(referralId).map(trace -> "00-" + trace + "-" + span(eventId) + "-01").orElse("");
  }

  /** What such a header says. */
  public static Optional<Place> read(String traceparent) {
    Matcher matcher = PARENT.matcher(traceparent == null ? "" : traceparent);
    return matcher.matches()
        ? Optional.of(new Place(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }
}
