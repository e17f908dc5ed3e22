package org.closedloop.acceptance.chaos.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.closedloop.acceptance.chaos.scenario.Story;
import org.closedloop.core.state.Actor;

/**
 * All that is known of one referral: what was said, what everybody was told, what arrived, and what
 * is on record.
 */
public record Facts(
    String referralId,
    Story story,
    List<Sent> sent,
    List<String> toBeRefused,
    List<Told> told,
    List<Sighting> sightings,
    Recorded record) {

  public Facts {
    sent = List.copyOf(sent);
    toBeRefused = List.copyOf(toBeRefused);
    told = List.copyOf(told);
    sightings = List.copyOf(sightings);
  }

  /** The same with what the record says. */
  public Facts with(Recorded found) {
    return new Facts(referralId, story, sent, toBeRefused, told, sightings, found);
  }

  /** What one side said, in order. */
  public List<Sent> saidBy(Actor actor) {
    return sent.stream().filter(one -> one.actor() == actor).toList();
  }

  /** Answers to a message, told directly or by topic. */
  public List<Told> answersTo(String messageId) {
    List<Told> all = new ArrayList<>();
    told.stream().filter(one -> one.messageId().equals(messageId)).forEach(all::add);
    sightings.stream()
        .filter(one -> one.answerTo().equals(messageId))
        .forEach(one -> all.add(new Told(messageId, one.ok(), "topic")));
    return all;
  }

  /** Whether there is an answer to everything that was said. */
  public boolean allAnswered() {
    return Stream.concat(sent.stream().map(Sent::messageId), toBeRefused.stream())
        .noneMatch(id -> answersTo(id).isEmpty());
  }

  /** Whether a message was accepted. */
  public boolean accepted(String messageId) {
    return answersTo(messageId).stream().anyMatch(Told::ok);
  }

  /** Whether the referral itself was accepted. */
  public boolean accepted() {
    return sent.stream().anyMatch(one -> one.tid().equals("01") && accepted(one.messageId()));
  }

  /** Whether the program has got the package. */
  public boolean delivered() {
    return !news(Side.PROGRAM).isEmpty();
  }

  /** Whether the hospital has been told how it ended. */
  public boolean closed() {
    return news(Side.HOSPITAL).stream().anyMatch(one -> one.state().equals(story.end().toString()));
  }

  /** What reached a side and is no answer; what came again under the same id counts once. */
  public List<Sighting> news(Side side) {
    Set<String> known = new HashSet<>();
    return sightings.stream()
        .filter(one -> one.side() == side && !one.answer())
        .filter(one -> known.add(one.messageId()))
        .toList();
  }
}
