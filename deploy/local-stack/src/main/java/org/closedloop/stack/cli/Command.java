package org.closedloop.stack.cli;

import java.util.List;

/** One word after {@code ./bser}. */
public interface Command {

  /**
   * Does it.
   *
   * @param args what stood behind the word, without the options common to all commands
   * @param out where to speak
   * @return the exit code: 0 only when the thing was done, 1 when not, 2 when the arguments are
   *     wrong
   * @throws org.closedloop.stack.process.StackFailure with a sentence when the machine does not
   *     play along
   */
  int run(List<String> args, Console out);
}
