package org.closedloop.stack.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;

/**
 * Speaks to people and to programs without mixing them up: with {@code --json} the only line on
 * standard output is the result, and everything for people goes to standard error.
 */
public final class Console {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final PrintStream out;
  private final PrintStream err;
  private final boolean json;
  private final boolean debug;

  /**
   * @param json whether the caller is a program
   * @param debug whether failures show where in the code they come from
   */
  public Console(PrintStream out, PrintStream err, boolean json, boolean debug) {
    this.out = out;
    this.err = err;
    this.json = json;
    this.debug = debug;
  }

  /** Whether the caller is a program. */
  public boolean json() {
    return json;
  }

  /** Text for people. */
  public void say(String text) {
    (json ? err : out).println(text);
  }

  /** The one thing a command was asked for, alone on standard output. */
  public void answer(String text) {
    out.println(text);
  }

  /** The result for programs: one JSON object on one line; nothing without {@code --json}. */
  public void result(Object value) {
    if (json) {
      try {
        out.println(JSON.writeValueAsString(value));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** A sentence about what went wrong, on standard error. */
  public void fail(String sentence) {
    err.println(sentence);
  }

  /** A sentence about what went wrong, with the trace if it was asked for. */
  public void fail(String sentence, Throwable cause) {
    fail(sentence);
    if (debug) {
      cause.printStackTrace(err);
    }
  }
}
