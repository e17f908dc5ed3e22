package org.closedloop.kit.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.closedloop.kit.HubConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells a collector of OpenTelemetry what happened to referrals, by OTLP over HTTP, in batches and
 * in the background. Without an address ({@code HUB_TRACES_ENDPOINT}) there is nothing of it: no
 * thread, no span. A collector that does not answer costs its spans and nothing else.
 */
@ApplicationScoped
public class Traces {

  private static final long LAST_WORDS_SECONDS = 2;

  private final GivenIds ids = new GivenIds();
  private final SdkTracerProvider provider;
  private final Tracer tracer;

  Traces(HubConfig config, @ConfigProperty(name = "quarkus.application.name") String service) {
    this.provider =
        config.traces().endpoint().map(at -> provider(at, config, service)).orElse(null);
    this.tracer = provider == null ? null : provider.get("org.closedloop");
  }

  private SdkTracerProvider provider(URI endpoint, HubConfig config, String service) {
    OtlpHttpSpanExporter exporter =
        OtlpHttpSpanExporter.builder().setEndpoint(endpoint.toString()).build();
    return SdkTracerProvider.builder()
        .setResource(
            Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), service)))
        .setIdGenerator(ids)
        .setSampler(new Share(config.traces().share()))
        .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
        .build();
  }

  /** Whether anybody is told; who would have to work for a span asks first. */
  public boolean on() {
    return tracer != null;
  }

  /** Tells of it, when there is somebody to tell. */
  public void tell(Happened happened) {
    if (on()) {
      ids.in(happened.at(), () -> span(happened));
    }
  }

  private void span(Happened happened) {
    SpanBuilder builder =
        tracer
            .spanBuilder(happened.what())
            .setParent(parent(happened))
            .setStartTimestamp(happened.from());
    happened.facts().forEach(builder::setAttribute);
    Span span = builder.startSpan();
    if (happened.failed()) {
      span.setStatus(StatusCode.ERROR);
    }
    span.end(happened.to());
  }

  private static Context parent(Happened happened) {
    if (happened.under() == null) {
      return Context.root();
    }
    SpanContext above =
        SpanContext.createFromRemoteParent(
            happened.at().trace(),
            happened.under(),
            TraceFlags.getSampled(),
            TraceState.getDefault());
    return Context.root().with(Span.wrap(above));
  }

  @PreDestroy
  void close() {
    if (provider != null) {
      provider.shutdown().join(LAST_WORDS_SECONDS, TimeUnit.SECONDS);
    }
  }
}
