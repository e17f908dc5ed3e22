package org.closedloop.gateway.playing;

import java.util.Map;
import org.closedloop.kit.testing.HubStack;

/** The shared stack with a played feedback-service; one for all test classes of the module. */
public class GatewayStack extends HubStack {

  /** Requests over HTTP that the gateway works on at a time. */
  public static final int REQUESTS_AT_MOST = 64;

  private static final FakeFeedback FEEDBACK = new FakeFeedback();
  private static boolean listening;

  /** The played feedback-service. */
  public static FakeFeedback feedback() {
    return FEEDBACK;
  }

  @Override
  public Map<String, String> start() {
    Map<String, String> config = super.start();
    listen(config.get("kafka.bootstrap.servers"));
    config.put("hub.feedback-url", FEEDBACK.url());
    config.put("hub.answer-within", "PT2S");
    config.put("hub.limits.requests", String.valueOf(REQUESTS_AT_MOST));
    return config;
  }

  private static synchronized void listen(String bootstrapServers) {
    if (!listening) {
      listening = true;
      FEEDBACK.listen(bootstrapServers);
    }
  }
}
