package org.closedloop.acceptance.chaos.play;

import org.closedloop.acceptance.chaos.scenario.Story;
import org.closedloop.core.fhir.example.ExampleMessages.Loop;

/**
 * One referral to play.
 *
 * @param loop its identities
 * @param story how it goes
 * @param hospital how the hospital speaks
 * @param program how the program speaks
 */
public record Journey(Loop loop, Story story, Door hospital, Door program) {}
