package org.closedloop.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;

/** What the tests of all pages do alike. */
final class Pages {

  private Pages() {}

  /** What will be so in a moment. */
  static LocatorAssertions soon(Locator locator) {
    return PlaywrightAssertions.assertThat(locator);
  }

  static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, named(name).setExact(true));
  }

  static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, named(name).setExact(true));
  }

  /** Looks at a page: for everybody, not wider than the screen, and by a picture. */
  static void look(Page page, Look look, String name, String address) {
    page.navigate(address);
    Axe.check(page);
    assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
        .as("no scrolling sideways: " + name)
        .isEqualTo(true);
    Screenshots.take(page, name + "-" + look.name().toLowerCase(Locale.ROOT));
  }
}
