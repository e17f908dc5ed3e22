package org.closedloop.adapter.core.portal;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.closedloop.adapter.core.TaskRecord;
import org.closedloop.core.fhir.readable.Readable;
import org.closedloop.core.state.ReferralState;
import org.closedloop.core.track.Journey;
import org.closedloop.pages.view.Facts;
import org.closedloop.pages.view.Facts.Fact;
import org.closedloop.pages.view.PaperView;
import org.closedloop.pages.view.Times;

/**
 * One referral, ready to be shown to its program.
 *
 * @param id referral id
 * @param number the hospital's number of it
 * @param moved number of the last move the page knows of
 * @param standing how it stands
 * @param reason in the words of who moved it last, or null
 * @param since when it came
 * @param actions what can be done now
 * @param patient whom it is about
 * @param facts who asks for what
 * @param papers what the hospital sent along
 * @param timeline what happened, the latest first; empty where the record cannot be read
 */
public record ReferralView(
    String id,
    String number,
    long moved,
    Standing standing,
    String reason,
    String since,
    List<Action> actions,
    List<Fact> patient,
    List<Fact> facts,
    List<PaperView> papers,
    List<Event> timeline) {

  /**
   * A button.
   *
   * @param word of its address
   * @param label what it says
   * @param tone {@code primary}, {@code danger} or nothing
   */
  public record Action(String word, String label, String tone) {}

  /**
   * A line of the timeline.
   *
   * @param moment when
   * @param iso the same for machines
   * @param text what happened
   * @param words what was said with it, or null
   * @param refused whether it changed nothing
   */
  public record Event(String moment, String iso, String text, String words, boolean refused) {}

  /**
   * Puts a referral into words.
   *
   * @param message the package; empty when it may not be shown
   * @param journey its way so far, where the record can be read
   */
  public static ReferralView of(
      TaskRecord task,
      Optional<Readable> message,
      Optional<Journey> journey,
      UnaryOperator<String> useCases,
      UnaryOperator<String> parties) {
    return new ReferralView(
        task.referralId(),
        task.service().value(),
        task.moved(),
        Standing.of(task),
        task.statusReason(),
        Times.moment(task.authoredOn()),
        actions(task.state()),
        message.map(said -> Facts.patient(said.patient())).orElse(List.of()),
        facts(task, message, useCases, parties),
        message.map(ReferralView::papers).orElse(List.of()),
        journey.map(way -> Events.of(way, parties.apply(task.initiator()))).orElse(List.of()));
  }

  /** What can be done with a referral as it stands. */
  public static List<Action> actions(ReferralState state) {
    return Deed.possible(state).stream()
        .map(deed -> new Action(deed.word(), deed.label(state), deed.tone()))
        .toList();
  }

  private static List<Fact> facts(
      TaskRecord task,
      Optional<Readable> message,
      UnaryOperator<String> useCases,
      UnaryOperator<String> parties) {
    Facts facts = new Facts();
    facts.add("Hospital", parties.apply(task.initiator()));
    facts.add("Subject", useCases.apply(task.useCase()));
    message.ifPresent(said -> asked(facts, said));
    facts.add("Hospital's number", task.service().value());
    facts.add("Referral id", task.referralId());
    return facts.list();
  }

  private static void asked(Facts facts, Readable message) {
    facts.add("Referred by", Facts.provider(message.requester()));
    facts.add("Phone", Facts.joined(message.requester().phones().stream()));
    facts.add("Service", message.service());
    facts.add("Reason", Facts.joined(message.reasons().stream()));
    facts.add("Priority", message.priority());
    facts.add("Wanted on", Times.day(message.wantedOn()));
  }

  private static List<PaperView> papers(Readable message) {
    return message.documents().stream().map(paper -> PaperView.of(null, paper)).toList();
  }
}
