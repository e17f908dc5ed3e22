package org.closedloop.stack.demo;

import java.util.List;

/** The demo's result for people. */
final class DemoTable {

  private static final String ROW = "%-26s %-8s %-26s %12s %12s";

  private DemoTable() {}

  static String of(DemoResult result) {
    StringBuilder text = new StringBuilder(System.lineSeparator());
    line(text, "use case", "closed", "transitions", "to program", "to close");
    for (LoopResult loop : result.loops()) {
      line(
          text,
          loop.useCase(),
          loop.closed() ? "yes" : "NO",
          String.join(" ", loop.transitions()),
          ms(loop.deliveredMs()),
          ms(loop.closedMs()));
    }
    return text.append(System.lineSeparator())
        .append(result.closed())
        .append(" of ")
        .append(result.loops().size())
        .append(" loops closed: the hospital holds the program's feedback document.")
        .toString();
  }

  /** What the six referrals will do, told before they do it. */
  static String plot(List<Play> plays) {
    StringBuilder text = new StringBuilder("Six referrals, from a hospital to a program and back:");
    for (Play play : plays) {
      text.append(System.lineSeparator())
          .append("  ")
          .append(play.useCase())
          .append(": ")
          .append(play.hospital())
          .append(play.byTopic() ? " refers by topic to " : " refers by HTTP to ")
          .append(play.program())
          .append(", which ")
          .append(String.join(", ", play.steps().stream().map(Step::words).toList()));
    }
    return text.toString();
  }

  private static String ms(Long value) {
    return value == null ? "-" : value + " ms";
  }

  private static void line(StringBuilder text, Object... cells) {
    text.append(ROW.formatted(cells)).append(System.lineSeparator());
  }
}
