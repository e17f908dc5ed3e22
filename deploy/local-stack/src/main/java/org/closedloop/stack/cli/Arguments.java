package org.closedloop.stack.cli;

import java.util.List;

/** What stands behind a command's word. */
public final class Arguments {

  private Arguments() {}

  /** The command line is wrong; exit code 2. */
  public static final class Wrong extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Wrong(String sentence) {
      super(sentence);
    }
  }

  /** For commands that take no arguments. */
  public static void none(List<String> args) {
    only(args, List.of());
  }

  /** Refuses whatever is not among the allowed options. */
  public static void only(List<String> args, List<String> allowed) {
    args.stream()
        .filter(arg -> !allowed.contains(arg))
        .findFirst()
        .ifPresent(
            arg -> {
              throw new Wrong("'" + arg + "' is not understood here.");
            });
  }
}
