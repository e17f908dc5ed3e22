package org.closedloop.pages;

/** Where to go after signing in: a page of this service, never somebody else's address. */
final class Targets {

  private Targets() {}

  /**
   * The address, or the home page when it leads elsewhere.
   *
   * @param wanted what the browser brought along
   */
  static String within(String wanted, String home) {
    boolean plain = wanted.matches("/[A-Za-z0-9][A-Za-z0-9/_.~%?&=+,:-]*");
    return plain && !wanted.startsWith("/sign-") ? wanted : home;
  }
}
