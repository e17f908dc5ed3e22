package org.closedloop.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closedloop.acceptance.browser.Pages.button;
import static org.closedloop.acceptance.browser.Pages.link;
import static org.closedloop.acceptance.browser.Pages.look;
import static org.closedloop.acceptance.browser.Pages.soon;
import static org.closedloop.acceptance.hub.TestReferral.aReferral;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.closedloop.acceptance.hub.Hub;
import org.closedloop.acceptance.hub.TestReferral;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A navigator at a program without a system of its own works by the portal. */
class PortalIT {

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
  void shouldCloseALoopByMouse() {
    TestReferral referral = toProgram("hypertension").received();
    Page page = navigator(Look.LIGHT);
    page.getByLabel("Referral number or id").fill(referral.placer());
    button(page, "Find").click();
    page.locator("#r-" + referral.id()).click();
    soon(page.getByText("You have the referral.")).isVisible();
    soon(page.getByRole(AriaRole.CELL).getByText("mmHg").first()).isVisible();

    link(page, "Accept").click();
    button(page, "Accept").click();
    soon(page.getByText("Done. The hospital is told.")).isVisible();
    link(page, "Schedule a visit").click();
    page.getByLabel("Day and time of the visit").fill("2026-12-03T14:00");
    button(page, "Schedule a visit").click();
    soon(page.getByText("Visit on Thursday, 3 December 2026, 14:00.").first()).isVisible();

    link(page, "Send the outcome").click();
    page.getByLabel("Summary").fill("Came six times and walks every day.");
    page.getByLabel("Blood pressure, upper").fill("131");
    button(page, "Send the outcome").click();
    soon(page.getByRole(AriaRole.ALERT)).containsText("A blood pressure has two numbers");
    soon(page.getByLabel("Summary")).hasValue("Came six times and walks every day.");
    page.getByLabel("Blood pressure, lower").fill("82");
    page.getByLabel("Body weight").fill("84,5");
    button(page, "Send the outcome").click();

    soon(page.getByText("You sent the outcome: the loop is closed.")).isVisible();
    assertThat(referral.task().state()).isEqualTo("completed/7.0");
    assertThat(referral.rows()).containsExactly("01", "02", "06", "16");
  }

  @Test
  void shouldCloseALoopByKeyboardAlone() {
    TestReferral referral = toProgram("arthritis").received();
    Page page = navigator(Look.LIGHT);
    tabTo(page, "search");
    page.keyboard().type(referral.placer());
    page.keyboard().press("Enter");
    soon(page.locator("#r-" + referral.id())).isVisible();
    press(page, "r-" + referral.id());
    press(page, "do-accept");
    tabTo(page, "reason");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    soon(page.getByText("Done. The hospital is told.")).isVisible();
    press(page, "do-outcome");
    tabTo(page, "summary");
    page.keyboard().type("Better than before.");
    page.keyboard().press("Tab");
    page.keyboard().type("Less pain on most days");
    page.keyboard().press("Enter");

    soon(page.getByText("You sent the outcome: the loop is closed.")).isVisible();
    assertThat(referral.task().state()).isEqualTo("completed/7.0");
  }

  @Test
  void shouldTellTheSecondOfTwoPeopleWhatChanged() {
    TestReferral referral = toProgram("obesity").at(TestReferral.after("02"));
    Page first = navigator(Look.LIGHT);
    Page second = navigator(Look.LIGHT);
    first.navigate(address(referral) + "/do/schedule");
    second.navigate(address(referral) + "/do/decline");
    second.getByLabel("Reason").fill("No place is free");

    first.getByLabel("Day and time of the visit").fill("2026-12-03T09:30");
    button(first, "Schedule a visit").click();
    soon(first.getByText("Done. The hospital is told.")).isVisible();
    button(second, "Decline").click();

    soon(second.getByRole(AriaRole.ALERT)).containsText("Somebody did something else");
    soon(second.getByText("Visit scheduled")).isVisible();
    soon(second.getByLabel("Reason")).hasValue("No place is free");
    assertThat(referral.task().state()).isEqualTo("in-progress/5.1.1");
  }

  @Test
  void shouldShowANewReferralAndADraftWithoutReloading() {
    Page list = navigator(Look.LIGHT);
    list.evaluate("window.notReloaded = true");
    TestReferral referral = toProgram("tobacco-use-cessation").received();
    list.navigate(Browsers.base(hub, "adapter") + "/portal?search=" + referral.placer());
    list.evaluate("window.notReloaded = true");
    soon(list.getByText("New", new Page.GetByTextOptions().setExact(true)).last()).isVisible();
    Page page = navigator(Look.LIGHT);
    page.navigate(address(referral) + "/do/accept");
    button(page, "Accept").click();
    soon(list.getByRole(AriaRole.CELL).getByText("Accepted")).isVisible();
    assertThat(list.evaluate("window.notReloaded")).isEqualTo(true);

    page.navigate(address(referral) + "/do/outcome");
    page.waitForResponse(
        "**/draft", () -> page.getByLabel("Summary").pressSequentially("Set a quit date"));
    page.navigate(address(referral) + "/do/outcome");
    soon(page.getByLabel("Summary")).hasValue("Set a quit date");
  }

  @Test
  void shouldNotShowAnotherProgramsReferral() {
    TestReferral foreign = aReferral(hub).of("arthritis").to("riverbend-wellness").received();
    Page page = navigator(Look.LIGHT);
    for (String path : new String[] {"", "/part", "/do/accept", "/do/outcome"}) {
      assertThat(page.navigate(address(foreign) + path).status()).as(path).isEqualTo(404);
      assertThat(page.content()).doesNotContain(foreign.placer());
    }
  }

  @Test
  void shouldSendStrangersToSignIn() {
    Page page = browsers.stranger(Look.LIGHT);
    page.navigate(Browsers.base(hub, "adapter") + "/portal?show=new");

    assertThat(page.url()).contains("/sign-in?to=%2Fportal%3Fshow%3Dnew");
    Axe.check(page);
  }

  @Test
  void shouldBeOfUseToEverybody() {
    TestReferral fresh = toProgram("diabetes-prevention").received();
    TestReferral open = toProgram("hypertension").at(TestReferral.after("06"));
    String base = Browsers.base(hub, "adapter");
    for (Look look : Look.values()) {
      Page page = navigator(look);
      look(page, look, "portal-list", base + "/portal");
      look(page, look, "portal-none", base + "/portal?search=nothing-like-it");
      look(page, look, "portal-referral", address(fresh));
      look(page, look, "portal-accept", address(fresh) + "/do/accept");
      look(page, look, "portal-outcome", address(open) + "/do/outcome");
      button(page, "Send the outcome").click();
      soon(page.getByRole(AriaRole.ALERT)).isVisible();
      Axe.check(page);
      look(page, look, "portal-not-found", base + "/portal/referrals/none");
    }
  }

  private static void press(Page page, String id) {
    tabTo(page, id);
    page.keyboard().press("Enter");
    page.waitForLoadState();
  }

  /** By the Tab key, as somebody without a mouse. */
  private static void tabTo(Page page, String id) {
    page.locator("[id='" + id + "']").waitFor();
    for (int i = 0; i < 60; i++) {
      page.keyboard().press("Tab");
      if (id.equals(page.evaluate("document.activeElement.id"))) {
        return;
      }
    }
    throw new AssertionError("not to be reached by the Tab key: " + id);
  }

  private TestReferral.Builder toProgram(String useCase) {
    return aReferral(hub).of(useCase).from("saint-lukes").to("kc-wellness");
  }

  private Page navigator(Look look) {
    return browsers.signedIn(hub, "adapter", "navigator", look);
  }

  private String address(TestReferral referral) {
    return Browsers.base(hub, "adapter") + "/portal/referrals/" + referral.id();
  }
}
