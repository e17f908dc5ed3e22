package org.closedloop.kit.kafka;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.closedloop.kit.trace.TraceIds;

/** Headers of a CloudEvent in binary mode, and the W3C trace of its referral. No PHI. */
final class CloudEventHeaders {

  private final Map<String, String> headers = new LinkedHashMap<>();

  private CloudEventHeaders() {}

  static CloudEventHeaders of(String type, String id, String referralId, Instant time) {
    CloudEventHeaders all = new CloudEventHeaders();
    all.headers.put("ce_specversion", "1.0");
    all.headers.put("ce_id", id);
    all.headers.put("ce_type", "org.closedloop." + type);
    all.headers.put("ce_source", "urn:closedloop:hub");
    all.headers.put("ce_subject", referralId);
    all.headers.put("ce_time", time.toString());
    all.headers.put("traceparent", TraceIds.traceparent(referralId, id));
    return all;
  }

  CloudEventHeaders contentType(String type) {
    headers.put("content-type", type);
    return this;
  }

  CloudEventHeaders extension(String name, Object value) {
    if (value != null) {
      headers.put("ce_" + name, value.toString());
    }
    return this;
  }

  Map<String, String> map() {
    return headers;
  }
}
