package org.closedloop.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closedloop.acceptance.browser.Pages.named;
import static org.closedloop.acceptance.browser.Pages.soon;
import static org.closedloop.acceptance.hub.TestReferral.aReferral;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.Locale;
import org.closedloop.acceptance.hub.Hub;
import org.closedloop.acceptance.hub.TestReferral;
import org.closedloop.core.state.Transition;
import org.closedloop.core.state.TransitionTable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A hospital's coordinator follows referrals by the pages. */
class TrackIT {

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
  void shouldShowFeedbackArriveWithoutReloading() {
    TestReferral referral = ofHospital().at(TestReferral.after("06"));
    Page page = coordinator(Look.LIGHT, referral);
    Page list = coordinator(Look.LIGHT);
    find(list, referral);
    page.evaluate("window.notReloaded = true");
    list.evaluate("window.notReloaded = true");
    soon(page.getByText("Visit scheduled")).isVisible();
    soon(list.getByText("Visit scheduled")).isVisible();

    assertThat(referral.send(rowOf("16")).status()).isEqualTo(200);

    soon(page.getByText("131/82 mmHg").first()).isVisible();
    soon(page.getByText("sent the outcome: the loop is closed.")).isVisible();
    soon(list.getByRole(AriaRole.CELL).getByText("Outcome received")).isVisible();
    assertThat(page.evaluate("window.notReloaded")).isEqualTo(true);
    assertThat(list.evaluate("window.notReloaded")).isEqualTo(true);
    Path file = page.waitForDownload(() -> page.getByText("Download as FHIR JSON").click()).path();
    assertThat(file).content().contains("\"resourceType\":\"Bundle\"", "131");
  }

  @Test
  void shouldAskForCancellationAfterAQuestion() {
    TestReferral referral = ofHospital().at(TestReferral.after("02"));
    Page page = coordinator(Look.LIGHT, referral);

    page.getByRole(AriaRole.LINK, named("Ask to cancel")).click();
    page.getByLabel("Reason").fill("The patient moved away");
    page.getByRole(AriaRole.BUTTON, named("Ask to cancel")).click();

    soon(page.getByText("Your request to cancel is on record.")).isVisible();
    soon(page.getByText("Cancellation asked for")).isVisible();
    assertThat(referral.task().state()).isEqualTo("in-progress/5.2");
    soon(page.getByRole(AriaRole.LINK, named("Ask to cancel"))).isHidden();
  }

  @Test
  void shouldSayWhenTheOutcomeWasFaster() {
    TestReferral referral = ofHospital().at(TestReferral.after("02"));
    Page page = coordinator(Look.LIGHT, referral);
    page.getByRole(AriaRole.LINK, named("Ask to cancel")).click();
    assertThat(referral.send(rowOf("09")).status()).isEqualTo(200);

    page.getByRole(AriaRole.BUTTON, named("Ask to cancel")).click();

    soon(page.getByRole(AriaRole.ALERT)).containsText("has moved on meanwhile");
    soon(page.getByText("Outcome received")).isVisible();
    assertThat(referral.task().state()).isEqualTo("completed/7.0");
  }

  @Test
  void shouldNotShowAnotherHospitalsReferral() {
    TestReferral foreign = aReferral(hub).from("mesa-clinic").received();
    Page page = coordinator(Look.LIGHT);
    for (String path : new String[] {"", "/part", "/print", "/cancel"}) {
      Response answer = page.navigate(address(foreign) + path);
      assertThat(answer.status()).as(path).isEqualTo(404);
      assertThat(page.content()).doesNotContain(foreign.placer());
    }
    find(page, foreign);
    soon(page.getByText("No referral of yours has this number or id.")).isVisible();
  }

  @Test
  void shouldBeOfUseToEverybody() {
    TestReferral closed = ofHospital().at(TestReferral.after("16"));
    TestReferral open = ofHospital().at(TestReferral.after("02"));
    for (Look look : Look.values()) {
      Page page = coordinator(look);
      look(page, look, "list", "/track");
      look(page, look, "none", "/track?show=cancelling&age=older");
      look(page, look, "closed", "/track/referrals/" + closed.id());
      look(page, look, "open", "/track/referrals/" + open.id());
      look(page, look, "cancel", "/track/referrals/" + open.id() + "/cancel");
      look(page, look, "print", "/track/referrals/" + closed.id() + "/print");
      look(page, look, "not-found", "/track/referrals/none");
    }
  }

  private void look(Page page, Look look, String name, String path) {
    page.navigate(Browsers.base(hub, "gateway") + path);
    if (look != Look.PHONE) {
      Axe.check(page);
    }
    assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
        .as("no scrolling sideways: " + name)
        .isEqualTo(true);
    if (name.equals("print")) {
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    }
    Screenshots.take(page, "track-" + name + "-" + look.name().toLowerCase(Locale.ROOT));
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
  }

  private TestReferral.Builder ofHospital() {
    return aReferral(hub).of("hypertension").from("saint-lukes").to("kc-wellness");
  }

  private Page coordinator(Look look) {
    return browsers.signedIn(hub, "gateway", "coordinator", look);
  }

  private Page coordinator(Look look, TestReferral referral) {
    Page page = coordinator(look);
    page.navigate(address(referral));
    return page;
  }

  private String address(TestReferral referral) {
    return Browsers.base(hub, "gateway") + "/track/referrals/" + referral.id();
  }

  private static void find(Page page, TestReferral referral) {
    page.navigate(page.url().replaceFirst("/track.*", "/track"));
    page.getByLabel("Referral number or id").fill(referral.placer());
    page.getByRole(AriaRole.BUTTON, named("Find")).click();
  }

  private static Transition rowOf(String tid) {
    return TransitionTable.ROWS.stream()
        .filter(row -> row.tid().equals(tid))
        .findFirst()
        .orElseThrow();
  }
}
