package org.closedloop.acceptance.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.closedloop.acceptance.hub.Hub;

/** People's browsers: the machine's Chromium without a window. Each person has one of their own. */
public final class Browsers implements AutoCloseable {

  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-background-networking",
          "--no-first-run",
          "--disable-sync",
          "--disable-component-update");

  private final Playwright playwright;
  private final Browser browser;

  /** Starts the browser. */
  public Browsers() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(chromium()).setArgs(FLAGS));
  }

  /** The first of its names on the PATH. */
  private static Path chromium() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(folder -> Stream.of("chromium", "chromium-browser").map(Path.of(folder)::resolve))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no chromium on the PATH; install it"));
  }

  /** A browser of somebody who has not signed in. */
  public Page stranger(Look look) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setLocale("en-US")
                .setViewportSize(look.width(), look.height())
                .setColorScheme(look.scheme()));
    return context.newPage();
  }

  /**
   * A browser of a demo user, at the start of a service's pages.
   *
   * @param service {@code gateway}, {@code adapter} or {@code feedback}
   */
  public Page signedIn(Hub hub, String service, String user, Look look) {
    Page page = stranger(look);
    page.navigate(base(hub, service) + "/sign-in");
    page.getByLabel("User").selectOption(user);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
    page.waitForURL(address -> !address.contains("/sign-in"));
    return page;
  }

  /** Address of a service, without a slash at its end. */
  public static String base(Hub hub, String service) {
    return "http://127.0.0.1:" + hub.stack().port(service);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
