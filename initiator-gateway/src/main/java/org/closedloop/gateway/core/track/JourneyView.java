package org.closedloop.gateway.core.track;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.closedloop.core.fhir.readable.Readable;
import org.closedloop.core.state.Actor;
import org.closedloop.core.state.TransitionTable;
import org.closedloop.core.state.Trigger;
import org.closedloop.core.track.Journey;
import org.closedloop.core.track.ReferralLine;
import org.closedloop.pages.view.Facts;
import org.closedloop.pages.view.PaperView;
import org.closedloop.pages.view.Times;

/**
 * One referral, ready to be shown.
 *
 * @param version tells it from the same referral after any change
 * @param id referral id
 * @param number the hospital's own number of it
 * @param badge how it stands
 * @param turn whose turn it is, a sentence
 * @param reason why, in the words of who moved it last, or null
 * @param late what is late
 * @param cancellable whether the hospital may ask for its cancellation now
 * @param patient whom it is about
 * @param facts what was asked for
 * @param asked what the hospital sent along
 * @param papers the feedback documents, the latest first
 * @param trends what was measured more than once and changed
 * @param stages when it passed its stages, and what is still to come
 * @param timeline what happened, the latest first
 */
public record JourneyView(
    String version,
    String id,
    String number,
    Badge badge,
    String turn,
    String reason,
    List<String> late,
    boolean cancellable,
    List<Facts.Fact> patient,
    List<Facts.Fact> facts,
    List<PaperView> asked,
    List<PaperView> papers,
    List<Trend> trends,
    List<Stage> stages,
    List<TimelineEntry> timeline) {

  /**
   * A stage of the way.
   *
   * @param text what it is called
   * @param moment when it was passed, null when it was not yet
   */
  public record Stage(String text, String moment) {}

  /**
   * Puts a journey into words.
   *
   * @param request what the hospital sent
   * @param documents its feedback documents by id, in the order they came
   */
  public static JourneyView of(
      Journey journey,
      Readable request,
      Map<String, Readable> documents,
      UnaryOperator<String> useCases,
      Instant now) {
    ReferralLine line = journey.referral();
    return new JourneyView(
        version(line),
        line.id(),
        line.serviceNumber(),
        Badge.of(line),
        Turns.sentence(line),
        journey.statusReason(),
        line.late().stream().map(late -> Turns.late(late, now)).toList(),
        cancellable(line),
        Facts.patient(request.patient()),
        ReferralFacts.of(line, useCases.apply(line.useCase()), request),
        request.documents().stream().map(paper -> PaperView.of(null, paper)).toList(),
        papers(documents),
        Trends.of(request, List.copyOf(documents.values())),
        stages(line),
        Timeline.of(journey));
  }

  /** Tells a referral from the same after any change. */
  public static String version(ReferralLine line) {
    return line.sequence()
        + line.late().stream()
            .map(late -> "-" + late.stage() + "-" + late.turn())
            .collect(Collectors.joining());
  }

  /** Whether the table has a row for it. */
  static boolean cancellable(ReferralLine line) {
    return TransitionTable.ROWS.stream()
        .filter(row -> row.actor() == Actor.INITIATOR)
        .filter(row -> row.trigger() == Trigger.SEND_CANCELLATION_REQUEST)
        .map(row -> row.from())
        .anyMatch(
            from ->
                from.status().code().equals(line.status())
                    && from.businessStatus().code().equals(line.businessStatus()));
  }

  private static List<PaperView> papers(Map<String, Readable> documents) {
    List<PaperView> papers = new ArrayList<>();
    documents.forEach(
        (id, readable) ->
            readable.documents().forEach(paper -> papers.add(0, PaperView.of(id, paper))));
    return List.copyOf(papers);
  }

  private static List<Stage> stages(ReferralLine line) {
    return List.of(
        new Stage("Taken in by the hub", Times.moment(line.acceptedAt())),
        new Stage("Delivered to the program", Times.moment(line.deliveredAt())),
        new Stage("First answer", Times.moment(line.respondedAt())),
        new Stage("Closed", Times.moment(line.closedAt())));
  }
}
