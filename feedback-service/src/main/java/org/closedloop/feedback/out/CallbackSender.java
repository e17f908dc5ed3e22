package org.closedloop.feedback.out;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.closedloop.core.directory.Directory;
import org.closedloop.core.directory.Party;
import org.closedloop.core.retry.PushAnswer;
import org.closedloop.core.retry.RetryAfter;
import org.closedloop.core.topic.Topics;
import org.closedloop.kit.trace.HandOverTraces;

/**
 * Tells an initiator: a push to its {@code $process-message}, or a record on its topic. The address
 * is the directory's, never one of a message, and redirects are not followed. Answers are judged by
 * status alone: an empty 2xx is a success.
 */
@ApplicationScoped
public class CallbackSender {

  private static final int CONNECT_MS = 5_000;
  private static final long ANSWER_MS = 10_000;
  private static final Duration ALTOGETHER = Duration.ofSeconds(13);

  private final WebClient client;
  private final PartyTopics topics;
  private final Directory directory;
  private final Clock clock;
  private final HandOverTraces traces;

  CallbackSender(
      Vertx vertx, PartyTopics topics, Directory directory, Clock clock, HandOverTraces traces) {
    this.traces = traces;
    this.client =
        WebClient.create(
            vertx,
            new WebClientOptions()
                .setConnectTimeout(CONNECT_MS)
                .setFollowRedirects(false)
                .setUserAgent("closed-loop-hub"));
    this.topics = topics;
    this.directory = directory;
    this.clock = clock;
  }

  /** What came of the attempt; never fails. */
  Uni<PushAnswer> send(Callback callback) {
    return switch (callback.channel()) {
      case TOPIC ->
          topics.send(
              Topics.initiatorFeedback(callback.party()),
              callback.referralId(),
              callback.message());
      case PUSH ->
          address(callback.party())
              .map(address -> told(callback, () -> post(address, callback)))
              .orElseGet(() -> Uni.createFrom().item(new PushAnswer.Never("no-address")));
    };
  }

  private Uni<PushAnswer> told(Callback callback, Supplier<Uni<PushAnswer>> post) {
    return traces.around(
        PartyTopics.TELLING,
        callback.referralId(),
        callback.party(),
        PushAnswer.Taken.class::isInstance,
        post);
  }

  private Optional<String> address(String party) {
    return directory
        .find(party)
        .map(Party::push)
        .map(URI::toString)
        .map(base -> base.endsWith("/") ? base.substring(0, base.length() - 1) : base)
        .map(base -> base + "/$process-message");
  }

  private Uni<PushAnswer> post(String address, Callback callback) {
    return client
        .requestAbs(HttpMethod.POST, address)
        .putHeader("Content-Type", "application/fhir+json")
        .putHeader("Accept", "application/fhir+json")
        .putHeader("X-Request-ID", callback.id())
        .putHeader("X-Correlation-ID", callback.referralId())
        .timeout(ANSWER_MS)
        .sendBuffer(Buffer.buffer(callback.message()))
        .ifNoItem()
        .after(ALTOGETHER)
        .fail()
        .map(this::judged)
        .onFailure()
        .recoverWithItem(e -> new PushAnswer.Later(word(e), null));
  }

  private PushAnswer judged(HttpResponse<Buffer> answer) {
    Duration asked = RetryAfter.of(answer.getHeader("Retry-After"), clock.instant());
    return PushAnswer.of(answer.statusCode(), asked);
  }

  private static String word(Throwable e) {
    if (e instanceof ConnectException) {
      return "no-connection";
    }
    boolean late =
        e instanceof TimeoutException || e instanceof java.util.concurrent.TimeoutException;
    return late ? "no-answer" : "broken-connection";
  }
}
