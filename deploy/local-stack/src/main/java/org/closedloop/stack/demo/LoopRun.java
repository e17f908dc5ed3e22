package org.closedloop.stack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.closedloop.core.fhir.example.ExampleMessages;
import org.closedloop.core.topic.Topics;
import org.closedloop.stack.player.HubHttp;
import org.closedloop.stack.player.Inbox;
import org.closedloop.stack.player.Message;
import org.closedloop.stack.player.Received;
import org.closedloop.stack.process.StackFailure;

/** Plays one referral from the hospital to the program and back. */
final class LoopRun {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String COMPLETED = "completed/7.0";

  private final Cast cast;
  private final Play play;
  private final ExampleMessages.Loop loop;
  private final Inbox atHospital;
  private final Inbox atProgram;

  LoopRun(Cast cast, Play play, String salt) {
    this.cast = cast;
    this.play = play;
    this.loop =
        new ExampleMessages.Loop(
            play.useCase(), salt, cast.party(play.hospital()), cast.party(play.program()));
    this.atHospital = cast.inbox(play.hospital());
    this.atProgram = cast.inbox(play.program());
  }

  /** Plays it; what does not come in time leaves its part of the result empty. */
  LoopResult play() {
    byte[] request = cast.examples().request(loop);
    String placer = Message.of(request).placer();
    long sent = System.nanoTime();
    String referralId = refer(request);
    Optional<Received> delivered =
        atProgram.await(got -> got.message().placer().equals(placer), PATIENCE);
    if (delivered.isPresent()) {
      play.steps().forEach(this::report);
    }
    Optional<Received> document =
        atHospital.await(got -> isOutcome(got.message(), placer), PATIENCE);
    return new LoopResult(
        play.useCase(),
        referralId,
        document.isPresent(),
        transitions(referralId),
        delivered.map(got -> since(sent, got)).orElse(null),
        document.map(got -> since(sent, got)).orElse(null),
        seenByInitiator(referralId));
  }

  private static boolean isOutcome(Message message, String placer) {
    return message.placer().equals(placer)
        && message.state().equals(COMPLETED)
        && message.hasDocument();
  }

  private String refer(byte[] request) {
    if (!play.byTopic()) {
      HubHttp.Answer answer = cast.http(play.hospital()).process(request);
      return accepted(answer, "the referral").task().path("id").asText();
    }
    cast.topics().send(Topics.initiatorReferrals(play.hospital()), request);
    return answerTo(atHospital, request, "the referral").task().path("id").asText();
  }

  private void report(Step step) {
    byte[] message = message(step);
    if (!play.byTopic()) {
      accepted(cast.http(play.program()).process(message), step.words());
      return;
    }
    cast.topics().send(Topics.programResponses(play.program()), message);
    answerTo(atProgram, message, step.words());
  }

  private byte[] message(Step step) {
    return switch (step) {
      case OUTCOME -> cast.examples().outcome(loop);
      case INTERIM_NOTE -> cast.examples().interimNote(loop, step.state(), step.name());
      default -> cast.examples().update(loop, step.state(), step.name());
    };
  }

  private Message accepted(HubHttp.Answer answer, String what) {
    if (answer.status() != 200 && answer.status() != 202) {
      throw new StackFailure(
          play.useCase() + ": the hub answered " + answer.status() + " to " + what + ".");
    }
    return answer.body();
  }

  private Message answerTo(Inbox inbox, byte[] message, String what) {
    String id = Message.of(message).messageId();
    Message answer =
        inbox
            .await(got -> got.message().responseTo().equals(id), PATIENCE)
            .orElseThrow(() -> new StackFailure(play.useCase() + ": no answer to " + what + "."))
            .message();
    if (!answer.responseCode().equals("ok")) {
      throw new StackFailure(play.useCase() + ": the hub refused " + what + ".");
    }
    return answer;
  }

  private boolean seenByInitiator(String referralId) {
    Message task = cast.http(play.hospital()).get("/fhir/Task/" + referralId).body();
    String document =
        task.root().path("output").path(0).path("valueReference").path("reference").asText();
    return task.state().equals(COMPLETED)
        && cast.http(play.hospital())
            .get("/fhir/" + document)
            .body()
            .root()
            .path("type")
            .asText()
            .equals("document");
  }

  private List<String> transitions(String referralId) {
    List<String> tids = new ArrayList<>();
    for (JsonNode event :
        cast.ops().get("/ops/referrals/" + referralId).body().root().path("history")) {
      if (event.path("accepted").asBoolean() && event.hasNonNull("tid")) {
        tids.add(event.path("tid").asText());
      }
    }
    return tids;
  }

  private static long since(long sent, Received got) {
    return TimeUnit.NANOSECONDS.toMillis(got.atNanos() - sent);
  }
}
