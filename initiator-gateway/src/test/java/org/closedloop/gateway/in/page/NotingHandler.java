package org.closedloop.gateway.in.page;

import java.util.Queue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;

/** Keeps the lines of a log. */
final class NotingHandler extends Handler {

  private final Queue<String> lines;

  NotingHandler(Queue<String> lines) {
    this.lines = lines;
  }

  @Override
  public void publish(LogRecord line) {
    lines.add(ExtLogRecord.wrap(line).getFormattedMessage());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
