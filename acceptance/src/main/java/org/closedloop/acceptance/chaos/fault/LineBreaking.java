package org.closedloop.acceptance.chaos.fault;

import org.closedloop.acceptance.chaos.play.TcpProxy;
import org.closedloop.acceptance.chaos.scenario.FaultKind;

/** The line to a party, to a broker or to the database is cut or slow for a while. */
final class LineBreaking implements Breaking {

  private final TcpProxy line;
  private final FaultKind kind;
  private final long latencyMs;

  /**
   * @param latencyMs of each piece of data, each way, when it is slow
   */
  LineBreaking(TcpProxy line, FaultKind kind, long latencyMs) {
    this.line = line;
    this.kind = kind;
    this.latencyMs = latencyMs;
  }

  @Override
  public void begin() {
    if (kind == FaultKind.CUT) {
      line.cut();
    } else {
      line.slow(latencyMs);
    }
  }

  @Override
  public void end() {
    line.mend();
  }
}
