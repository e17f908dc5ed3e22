package org.closedloop.acceptance.chaos.fault;

import org.closedloop.acceptance.chaos.play.Mood;
import org.closedloop.acceptance.chaos.play.PushEars;

/** A party's endpoint behaves badly for a while. */
final class EndpointBreaking implements Breaking {

  private final PushEars endpoint;
  private final Mood mood;

  EndpointBreaking(PushEars endpoint, Mood mood) {
    this.endpoint = endpoint;
    this.mood = mood;
  }

  @Override
  public void begin() {
    endpoint.be(mood);
  }

  @Override
  public void end() {
    endpoint.be(Mood.WELL);
  }
}
