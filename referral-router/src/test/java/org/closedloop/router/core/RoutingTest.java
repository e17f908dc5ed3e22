package org.closedloop.router.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.closedloop.core.catalog.UseCaseCatalog;
import org.closedloop.core.claim.Decision;
import org.closedloop.core.directory.Channel;
import org.closedloop.core.directory.Directory;
import org.closedloop.core.directory.Party;
import org.closedloop.core.directory.Role;
import org.closedloop.kit.testing.TestData;
import org.closedloop.router.Journalled;
import org.closedloop.router.core.Destination.NotForRouting;
import org.closedloop.router.core.Destination.Route;
import org.closedloop.router.core.Destination.Undeliverable;
import org.junit.jupiter.api.Test;

class RoutingTest {

  private static final UseCaseCatalog CATALOG = TestData.catalog();
  private static final Directory DIRECTORY = TestData.directory();

  private final Journalled referral = Journalled.referral("arthritis", "routing");

  @Test
  void shouldRouteThePackageToTheProgramOnRecord() {
    Decision decision = referral.submitted(1);

    Destination destination = Routing.decide(decision, DIRECTORY, CATALOG);

    assertThat(destination)
        .isInstanceOfSatisfying(
            Route.class,
            route -> {
              assertThat(route.useCase().name()).isEqualTo("arthritis");
              assertThat(route.routed().referral()).isTrue();
              assertThat(route.routed().program()).isEqualTo("riverbend-wellness");
              assertThat(route.routed().initiator()).isEqualTo("lakeside-hospital");
              assertThat(route.routed().sequence()).isEqualTo(1);
              assertThat(route.routed().messageId()).isEqualTo(decision.messageId());
              assertThat(route.routed().decidedAt()).isEqualTo(decision.decidedAt());
            });
  }

  @Test
  void shouldRouteACancellationRequestAsAnUpdate() {
    assertThat(decide(referral.cancellationRequested(2)))
        .isInstanceOfSatisfying(
            Route.class, route -> assertThat(route.routed().referral()).isFalse());
  }

  @Test
  void shouldNotRouteWhatBringsNothingForAProgram() {
    assertThat(
            List.of(
                decide(referral.refused(2)),
                decide(referral.decidedByHub(2)),
                decide(referral.answeredByProgram(2)),
                decide(referral.withoutMessage(2))))
        .hasOnlyElementsOfType(NotForRouting.class);
  }

  @Test
  void shouldGiveUpWhenTheProgramLeftTheDirectory() {
    assertThat(Routing.decide(referral.submitted(1), without("riverbend-wellness"), CATALOG))
        .isEqualTo(new Undeliverable(referral.referralId(), "program-unknown"));
  }

  @Test
  void shouldGiveUpWhenThePartyIsNoRecipient() {
    Journalled misled = Journalled.referral("arthritis", "routing", "mesa-clinic");

    assertThat(decide(misled.submitted(1)))
        .isEqualTo(new Undeliverable(misled.referralId(), "program-unknown"));
  }

  @Test
  void shouldGiveUpWhenTheUseCaseLeftTheCatalog() {
    Journalled unknown = Journalled.referral("arthritis", "routing");
    UseCaseCatalog smaller = UseCaseCatalogs.without("arthritis");

    assertThat(Routing.decide(unknown.submitted(1), DIRECTORY, smaller))
        .isEqualTo(new Undeliverable(unknown.referralId(), "use-case-unknown"));
  }

  @Test
  void shouldGiveUpAPackageForAProgramThatDoesNotServeTheUseCase() {
    Journalled other = Journalled.referral("arthritis", "routing", "steady-steps");

    assertThat(decide(other.submitted(1)))
        .isEqualTo(new Undeliverable(other.referralId(), "program-closed"));
  }

  @Test
  void shouldStillTellAClosedProgramOfACancellation() {
    Directory closed = Directory.of(List.of(closedProgram()));

    assertThat(Routing.decide(referral.submitted(1), closed, CATALOG))
        .isEqualTo(new Undeliverable(referral.referralId(), "program-closed"));
    assertThat(Routing.decide(referral.cancellationRequested(2), closed, CATALOG))
        .isInstanceOf(Route.class);
  }

  private static Destination decide(Decision decision) {
    return Routing.decide(decision, DIRECTORY, CATALOG);
  }

  private static Directory without(String id) {
    return Directory.of(DIRECTORY.all().stream().filter(party -> !party.id().equals(id)).toList());
  }

  private static Party closedProgram() {
    return new Party(
        "riverbend-wellness",
        "A closed program",
        "2730003037",
        Set.of(Role.RECIPIENT),
        List.of("arthritis"),
        List.of(Channel.PUSH),
        URI.create("http://127.0.0.1/fhir"),
        false);
  }
}
