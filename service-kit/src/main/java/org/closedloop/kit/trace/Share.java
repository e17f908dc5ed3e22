package org.closedloop.kit.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;

/**
 * Keeps a share of all referrals, each whole: every service comes to the same answer. Not the
 * library's ratio, which goes by the second half of the id: two bits there are the same in every
 * UUID.
 */
final class Share implements Sampler {

  private static final int DIGITS = 8;
  private static final double ALL = 0x1p32;

  private final double share;

  Share(double share) {
    this.share = share;
  }

  @Override
  public SamplingResult shouldSample(
      Context parent,
      String traceId,
      String name,
      SpanKind kind,
      Attributes attributes,
      List<LinkData> links) {
    return keeps(traceId) ? SamplingResult.recordAndSample() : SamplingResult.drop();
  }

  boolean keeps(String traceId) {
    return Long.parseLong(traceId.substring(0, DIGITS), 16) < share * ALL;
  }

  @Override
  public String getDescription() {
    return "Share{" + share + "}";
  }
}
