package org.closedloop.adapter.out;

import io.netty.channel.ConnectTimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import io.vertx.mutiny.ext.web.codec.BodyCodec;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import org.closedloop.adapter.AdapterConfig;
import org.closedloop.adapter.core.AttemptResult;
import org.closedloop.core.retry.PushAnswer;
import org.closedloop.core.retry.RetryAfter;
import org.closedloop.kit.http.Answers;

/**
 * Hands a message over by {@code $process-message} at the address the directory gives for the
 * program, never one from a message. Each program has connections of its own, so that one that
 * hangs holds up no other, not even on the same host. What it answers is not read.
 */
@ApplicationScoped
public class PushDelivery {

  private static final int UNAVAILABLE = 503;

  private final Map<String, WebClient> clients = new ConcurrentHashMap<>();
  private final Vertx vertx;
  private final AdapterConfig config;
  private final Clock clock;

  PushDelivery(Vertx vertx, AdapterConfig config, Clock clock) {
    this.vertx = vertx;
    this.clock = clock;
    this.config = config;
  }

  /**
   * One attempt.
   *
   * @param parcel what to hand over
   * @param base FHIR base address of the program
   */
  Uni<AttemptResult> attempt(Parcel parcel, URI base) {
    return client(parcel.program())
        .requestAbs(HttpMethod.POST, address(base))
        .timeout(config.readWithin().toMillis())
        .putHeader("Content-Type", Answers.FHIR_JSON)
        .putHeader("Accept", Answers.FHIR_JSON)
        .putHeader("X-Request-ID", parcel.id())
        .putHeader("X-Correlation-ID", parcel.referralId())
        .as(BodyCodec.none())
        .sendBuffer(Buffer.buffer(parcel.message()))
        .map(this::result)
        .onFailure()
        .recoverWithItem(PushDelivery::broken);
  }

  private AttemptResult result(HttpResponse<Void> answer) {
    int status = answer.statusCode();
    Duration asked = RetryAfter.of(answer.getHeader("Retry-After"), clock.instant());
    return switch (PushAnswer.of(status, asked)) {
      case PushAnswer.Taken() -> new AttemptResult.HandedOver();
      case PushAnswer.Never(String word) -> new AttemptResult.Refused(word);
      case PushAnswer.Later(String word, Duration wait) ->
          new AttemptResult.NotTaken(word, maybeArrived(status), wait);
    };
  }

  /** A server that fails, or one behind a proxy, may have worked on it before. */
  private static boolean maybeArrived(int status) {
    return status / 100 == 5 && status != UNAVAILABLE;
  }

  private static String address(URI base) {
    return base.toString().replaceAll("/+$", "") + "/$process-message";
  }

  private WebClient client(String program) {
    return clients.computeIfAbsent(program, id -> WebClient.create(vertx, options()));
  }

  private WebClientOptions options() {
    WebClientOptions options = new WebClientOptions();
    options
        .setFollowRedirects(false)
        .setUserAgent("closed-loop-hub")
        .setConnectTimeout((int) config.connectWithin().toMillis())
        .setMaxPoolSize(config.placesPerProgram());
    return options;
  }

  private static AttemptResult broken(Throwable e) {
    return switch (e) {
      case ConnectTimeoutException unreachable -> notTaken("unreachable", false);
      case ConnectException unreachable -> notTaken("unreachable", false);
      case NoRouteToHostException unreachable -> notTaken("unreachable", false);
      case UnknownHostException unreachable -> notTaken("unreachable", false);
      case TimeoutException late -> notTaken("no-answer", true);
      default -> notTaken("broken-off", true);
    };
  }

  private static AttemptResult notTaken(String word, boolean maybeArrived) {
    return new AttemptResult.NotTaken(word, maybeArrived);
  }
}
