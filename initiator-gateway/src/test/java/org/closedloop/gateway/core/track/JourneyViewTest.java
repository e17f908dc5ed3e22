package org.closedloop.gateway.core.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.closedloop.gateway.core.track.Lines.NOW;
import static org.closedloop.gateway.core.track.Lines.line;
import static org.closedloop.gateway.core.track.Lines.step;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.closedloop.core.claim.Attempt;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.fhir.readable.Readable;
import org.closedloop.core.state.Actor;
import org.closedloop.core.state.Transition;
import org.closedloop.core.state.TransitionTable;
import org.closedloop.core.track.Journey;
import org.closedloop.core.track.JourneyStep;
import org.closedloop.core.track.ReferralLine;
import org.closedloop.kit.testing.TestData;
import org.closedloop.pages.view.PaperView;
import org.junit.jupiter.api.Test;

class JourneyViewTest {

  private static final Readable REQUEST = read("request");

  @Test
  void tellsWhatHappenedLatestFirst() {
    JourneyView view =
        view(
            line("rejected", "4.0"),
            step(1, "initiator", "send-referral-package", "received", "2.0"),
            step(2, "recipient", "send-acceptance", "accepted", "3.0"),
            step(3, "recipient", false, null, "accepted", "3.0", null, null),
            step(4, "recipient", true, "send-decline", "rejected", "4.0", "No room", null));
    assertThat(view.timeline())
        .extracting(TimelineEntry::title, TimelineEntry::text, TimelineEntry::refused)
        .containsExactly(
            tuple("KC Wellness declined the referral.", "No room", false),
            tuple("What KC Wellness sent did not fit and changed nothing.", "No.", true),
            tuple("KC Wellness accepted the referral.", null, false),
            tuple("You sent the referral.", null, false));
  }

  /** A sentence of its own for every row of the table and every kind of claim. */
  @Test
  void hasWordsForEveryRowOfTheTable() {
    for (Transition row : TransitionTable.ROWS) {
      JourneyStep step =
          step(
              row.tid().equals("01") ? 1 : 2,
              row.actor().word(),
              row.trigger().word(),
              row.to().status().code(),
              row.to().businessStatus().code());
      JourneyView view = view(line(step.status(), step.businessStatus()), step);
      assertThat(view.timeline().get(0).title()).doesNotContain("reported on");
      assertThat(view.badge().text()).isNotEqualTo(step.status());
      assertThat(view.turn()).isNotBlank();
    }
    for (ClaimKind kind : ClaimKind.values()) {
      JourneyStep step =
          new JourneyStep(
              2, NOW, kind, "hub", true, null, "received", "2.0", null, null, null, null);
      assertThat(view(line("received", "2.0"), step).timeline().get(0).title()).endsWith(".");
    }
  }

  @Test
  void tellsWhenTheNextAttemptIs() {
    JourneyStep failed =
        new JourneyStep(
            2,
            NOW,
            ClaimKind.ATTEMPT,
            "hub",
            true,
            null,
            "received",
            "2.0",
            null,
            null,
            new Attempt(1, 3, "http-503", false, NOW.plusSeconds(60)),
            List.of());
    assertThat(view(line("received", "2.0"), failed).timeline().get(0).text())
        .isEqualTo("Attempt 3. Next one at 20 Aug 2026, 10:01 UTC.");
  }

  @Test
  void knowsWhoseTurnItIs() {
    assertThat(view(line("received", "2.0")).turn())
        .isEqualTo("It is the turn of KC Wellness to answer.");
    assertThat(view(line("received", "2.0", "parked", null)).turn()).contains("operators");
    assertThat(view(line("received", "2.0", "routed", null)).turn()).contains("hub's turn");
    assertThat(view(line("in-progress", "5.2")).turn()).contains("KC Wellness to confirm");
    assertThat(view(line("completed", "7.0")).turn()).contains("Nobody");
  }

  @Test
  void letsCancelWhereTheTableDoes() {
    for (Transition row : TransitionTable.ROWS) {
      boolean legal =
          TransitionTable.ROWS.stream()
              .anyMatch(
                  other ->
                      other.from().equals(row.to())
                          && other.actor() == Actor.INITIATOR
                          && other.trigger().word().equals("send-cancellation-request"));
      ReferralLine line = line(row.to().status().code(), row.to().businessStatus().code());
      assertThat(view(line).cancellable()).as(row.to().toString()).isEqualTo(legal);
    }
  }

  @Test
  void showsFeedbackAndWhatHasChangedSinceTheRequest() {
    JourneyView view =
        JourneyView.of(
            new Journey(line("completed", "7.0"), null, List.of()),
            REQUEST,
            Map.of("doc-1", read("feedback")),
            name -> name,
            NOW);
    assertThat(view.papers()).extracting(PaperView::id).containsExactly("doc-1");
    assertThat(view.papers().get(0).sections().get(1).rows())
        .extracting(PaperView.Row::label, PaperView.Row::text, PaperView.Row::day)
        .contains(tuple("Blood pressure", "131/82 mmHg", "17 Aug 2026"));
    assertThat(view.trends())
        .extracting(Trend::label, Trend::change)
        .containsExactly(
            tuple("Blood pressure", "154/96 mmHg → 131/82 mmHg"),
            tuple("Body mass index (BMI)", "29.8 kg/m² → 28.6 kg/m²"),
            tuple("Body weight", "88.1 kg → 84.7 kg"));
    Trend pressure = view.trends().get(0);
    assertThat(pressure.lines()).containsExactly("Systolic", "Diastolic");
    assertThat(pressure.drawing().lines())
        .extracting(TrendDrawing.Line::label, TrendDrawing.Line::path)
        .containsExactly(
            tuple("Systolic 131", "10.0,14.0 230.0,40.2"),
            tuple("Diastolic 82", "10.0,80.1 230.0,96.0"));
    // A loss of four per cent is no plunge.
    assertThat(view.trends().get(2).drawing().lines())
        .extracting(TrendDrawing.Line::label, TrendDrawing.Line::path)
        .containsExactly(tuple("84.7", "10.0,47.1 230.0,62.9"));
    assertThat(view.patient().get(0).text()).isEqualTo("Alex Testperson-Dogwood");
    assertThat(view.facts()).anyMatch(fact -> fact.text().equals("KC Wellness"));
  }

  private static JourneyView view(ReferralLine line, JourneyStep... steps) {
    return JourneyView.of(
        new Journey(line, null, List.of(steps)), REQUEST, Map.of(), name -> name, NOW);
  }

  private static Readable read(String kind) {
    try {
      return Readable.of(
          Files.readAllBytes(
              TestData.useCases().resolve("hypertension/examples/" + kind + ".json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
