package org.closedloop.acceptance.chaos.fault;

import org.closedloop.acceptance.chaos.play.TcpProxy;
import org.closedloop.acceptance.chaos.scenario.FaultKind;

/** The line to a party is cut or slow for a while. */
final class LineBreaking implements Breaking {

  private static final long LATENCY_MS = 700;

  private final TcpProxy line;
  private final FaultKind kind;

  LineBreaking(TcpProxy line, FaultKind kind) {
    this.line = line;
    this.kind = kind;
  }

  @Override
  public void begin() {
    if (kind == FaultKind.CUT) {
      line.cut();
    } else {
      line.slow(LATENCY_MS);
    }
  }

  @Override
  public void end() {
    line.mend();
  }
}
