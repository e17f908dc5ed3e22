package org.closedloop.feedback.out;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.closedloop.core.codec.RecordJson;

/**
 * The JSON of {@link EventFacts}, put together of what topics get anyway: a decision is the largest
 * thing that is written for a claim, and so it is written as JSON once.
 */
final class EventJson {

  private final ByteArrayOutputStream json = new ByteArrayOutputStream();

  private EventJson() {}

  /**
   * The same as {@link RecordJson} makes of the facts.
   *
   * @param decision JSON of their decision
   * @param status JSON of their status, null when they have none
   */
  static byte[] of(byte[] decision, byte[] status, EventFacts facts) {
    EventJson all = new EventJson();
    all.add("{\"decision\":", decision);
    if (status != null) {
      all.add(",\"status\":", status);
    }
    if (facts.verdict() != null) {
      all.add(",\"verdict\":", RecordJson.write(facts.verdict()));
    }
    if (facts.feedbackTopic() != null) {
      all.add(",\"feedbackTopic\":", RecordJson.write(facts.feedbackTopic()));
    }
    all.json.write('}');
    return all.json.toByteArray();
  }

  private void add(String key, byte[] value) {
    json.writeBytes(key.getBytes(StandardCharsets.US_ASCII));
    json.writeBytes(value);
  }
}
