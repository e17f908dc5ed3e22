package org.closedloop.gateway.playing;

import java.util.Map;

/** The stack with an address where no broker answers. */
public class BrokenStack extends GatewayStack {

  @Override
  public Map<String, String> start() {
    Map<String, String> config = super.start();
    config.put("kafka.bootstrap.servers", "127.0.0.1:1");
    return config;
  }
}
