package org.closedloop.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closedloop.acceptance.browser.Pages.button;
import static org.closedloop.acceptance.browser.Pages.look;
import static org.closedloop.acceptance.browser.Pages.soon;
import static org.closedloop.acceptance.hub.TestReferral.aReferral;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.closedloop.acceptance.hub.Hub;
import org.closedloop.acceptance.hub.PushEndpoint;
import org.closedloop.acceptance.hub.TestReferral;
import org.closedloop.core.claim.Delivery;
import org.closedloop.core.directory.Party;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Operators watch latencies and take up again what is parked. */
class OpsIT {

  private static final double SOON_MS = 20_000;

  private static Browsers browsers;

  private final Hub hub = Hub.shared();

  @BeforeAll
  static void open() {
    browsers = new Browsers();
    PlaywrightAssertions.setDefaultAssertionTimeout(SOON_MS);
  }

  @AfterAll
  static void close() {
    browsers.close();
  }

  @Test
  void shouldShowLatenciesAndOneReferralsWay() {
    TestReferral referral =
        aReferral(hub).of("hypertension").from("saint-lukes").at(TestReferral.after("16"));
    Page page = ops(Look.LIGHT);
    page.getByLabel("Use case").selectOption("hypertension");
    button(page, "Show").click();
    soon(page.getByRole(AriaRole.ROW).filter(having("Accepted to delivered"))).containsText("s");

    page.navigate(base() + "/ops/view/referral");
    page.getByLabel("Referral id").fill(referral.id());
    button(page, "Find").click();
    soon(page.getByText("in all")).isVisible();
    soon(page.getByRole(AriaRole.ROW).filter(having("accepted/3.0completed/7.0")))
        .containsText("09");
    assertThat(page.content()).doesNotContain(referral.placer());
  }

  @Test
  void shouldReplayWhatIsParked() {
    Party program = hub.party("first-latch");
    try (PushEndpoint endpoint = new PushEndpoint(program.push())) {
      endpoint.answer(400);
      TestReferral referral =
          aReferral(hub).of("early-childhood-nutrition").to(program.id()).received();
      referral.awaitDelivery(Delivery.PARKED);
      Page page = ops(Look.LIGHT);
      page.navigate(base() + "/ops/view/parked");
      endpoint.answer(200);

      row(page, referral).getByText("Dry run").click();
      soon(page.locator("#result")).containsText("would-replay");
      row(page, referral).getByText("Replay", exactly()).click();
      soon(page.locator("#result")).containsText("replayed");

      referral.awaitDelivery(Delivery.DELIVERED);
      page.navigate(base() + "/ops/view/parked");
      assertThat(page.content()).doesNotContain(referral.id());
    }
  }

  @Test
  void shouldBeOfUseToEverybody() {
    Party program = hub.party("first-latch");
    try (PushEndpoint endpoint = new PushEndpoint(program.push())) {
      endpoint.answer(400);
      TestReferral referral =
          aReferral(hub).of("early-childhood-nutrition").to(program.id()).received();
      referral.awaitDelivery(Delivery.PARKED);
      for (Look look : Look.values()) {
        Page page = ops(look);
        look(page, look, "ops-overview", base() + "/ops");
        look(page, look, "ops-parked", base() + "/ops/view/parked");
        look(page, look, "ops-referral", base() + "/ops/view/referral?id=" + referral.id());
        look(page, look, "ops-nothing", base() + "/ops/view/referral?id=none");
      }
      hub.ops()
          .send(
              "POST",
              "/ops/parked/" + referral.id() + "/discard",
              "{\"reason\":\"test-over\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8),
              referral.id());
    }
  }

  private static com.microsoft.playwright.Locator row(Page page, TestReferral referral) {
    return page.locator("tr").filter(having(referral.id())).last();
  }

  private static com.microsoft.playwright.Locator.FilterOptions having(String text) {
    return new com.microsoft.playwright.Locator.FilterOptions().setHasText(text);
  }

  private static com.microsoft.playwright.Locator.GetByTextOptions exactly() {
    return new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true);
  }

  private Page ops(Look look) {
    return browsers.signedIn(hub, "feedback", "ops", look);
  }

  private String base() {
    return Browsers.base(hub, "feedback");
  }
}
