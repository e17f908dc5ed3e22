package org.closedloop.stack.demo;

import static org.closedloop.stack.demo.Step.ACCEPT;
import static org.closedloop.stack.demo.Step.INTERIM_NOTE;
import static org.closedloop.stack.demo.Step.NO_SHOW;
import static org.closedloop.stack.demo.Step.OUTCOME;
import static org.closedloop.stack.demo.Step.RESCHEDULE;
import static org.closedloop.stack.demo.Step.SCHEDULE;

import java.util.List;

/**
 * One referral of the demo.
 *
 * @param useCase name of the use case
 * @param hospital party id of the initiator
 * @param program party id of the recipient
 * @param byTopic whether the hospital sends by topic, else by HTTP; the program answers likewise
 * @param steps what the program does, in order
 */
record Play(String useCase, String hospital, String program, boolean byTopic, List<Step> steps) {

  private static final String HTTP_HOSPITAL = "lakeside-hospital";
  private static final String TOPIC_HOSPITAL = "mesa-clinic";

  /** The six loops, half by HTTP and half by topic. */
  static final List<Play> ALL =
      List.of(
          byHttp("arthritis", "riverbend-wellness", ACCEPT, SCHEDULE, OUTCOME),
          byTopic(
              "diabetes-prevention",
              "steady-steps",
              ACCEPT,
              SCHEDULE,
              NO_SHOW,
              RESCHEDULE,
              OUTCOME),
          byHttp("early-childhood-nutrition", "first-latch", ACCEPT, INTERIM_NOTE, OUTCOME),
          byTopic("hypertension", "steady-steps", ACCEPT, SCHEDULE, OUTCOME),
          byHttp("obesity", "riverbend-wellness", ACCEPT, SCHEDULE, OUTCOME),
          byTopic("tobacco-use-cessation", "clear-air-quitline", ACCEPT, SCHEDULE, OUTCOME));

  private static Play byHttp(String useCase, String program, Step... steps) {
    return new Play(useCase, HTTP_HOSPITAL, program, false, List.of(steps));
  }

  private static Play byTopic(String useCase, String program, Step... steps) {
    return new Play(useCase, TOPIC_HOSPITAL, program, true, List.of(steps));
  }
}
