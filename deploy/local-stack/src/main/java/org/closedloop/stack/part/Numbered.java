package org.closedloop.stack.part;

/** Names and ports of the several parts of one kind: {@code gateway}, {@code gateway-2}, … */
final class Numbered {

  private static final int PORTS_BETWEEN = 100;

  private Numbered() {}

  /** The first has the plain name. */
  static String name(String kind, int number) {
    return number == 1 ? kind : kind + "-" + number;
  }

  /** The first has the plain port. */
  static int port(int first, int number) {
    return first + (number - 1) * PORTS_BETWEEN;
  }
}
