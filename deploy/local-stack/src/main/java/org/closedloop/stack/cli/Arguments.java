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
              throw notUnderstood(arg);
            });
  }

  static Wrong notUnderstood(String arg) {
    return new Wrong("'" + arg + "' is not understood here.");
  }

  /** The number behind the option at this place. */
  static int number(List<String> args, int option) {
    try {
      return Integer.parseInt(args.get(option + 1));
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      throw new Wrong("Behind " + args.get(option) + " stands a number.");
    }
  }
}
