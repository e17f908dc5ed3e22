package org.closedloop.acceptance.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** Pictures of pages to be looked at, in {@code target/screenshots}. */
public final class Screenshots {

  private static final Path FOLDER = Path.of("target", "screenshots");

  private Screenshots() {}

  /** The whole page. */
  public static void take(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")).setFullPage(true));
  }
}
