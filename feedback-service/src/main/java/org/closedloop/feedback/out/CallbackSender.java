package org.closedloop.feedback.out;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.closedloop.core.directory.Directory;
import org.closedloop.core.directory.Party;
import org.closedloop.feedback.core.CallbackFate;

/**
 * Pushes a message to an initiator's {@code $process-message}. The address is the directory's,
 * never one of a message, and redirects are not followed. Answers are judged by status alone: an
 * empty 2xx is a success.
 */
@ApplicationScoped
public class CallbackSender {

  private static final int CONNECT_MS = 5_000;
  private static final long ANSWER_MS = 10_000;
  private static final Duration ALTOGETHER = Duration.ofSeconds(13);

  private final WebClient client;
  private final Directory directory;

  CallbackSender(Vertx vertx, Directory directory) {
    this.client =
        WebClient.create(
            vertx,
            new WebClientOptions()
                .setConnectTimeout(CONNECT_MS)
                .setFollowRedirects(false)
                .setUserAgent("closed-loop-hub"));
    this.directory = directory;
  }

  /** What became of the attempt; never fails. */
  Uni<CallbackFate> send(Callback callback) {
    return address(callback.party())
        .map(address -> post(address, callback))
        .orElseGet(() -> Uni.createFrom().item(new CallbackFate.Parked("no-address")));
  }

  private Optional<String> address(String party) {
    return directory
        .find(party)
        .map(Party::push)
        .map(URI::toString)
        .map(base -> base.endsWith("/") ? base.substring(0, base.length() - 1) : base)
        .map(base -> base + "/$process-message");
  }

  private Uni<CallbackFate> post(String address, Callback callback) {
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
        .map(answer -> CallbackFate.ofStatus(answer.statusCode(), callback.attempts(), chance()))
        .onFailure()
        .recoverWithItem(e -> CallbackFate.ofFailure(word(e), callback.attempts(), chance()));
  }

  private static String word(Throwable e) {
    if (e instanceof ConnectException) {
      return "no-connection";
    }
    boolean late =
        e instanceof TimeoutException || e instanceof java.util.concurrent.TimeoutException;
    return late ? "no-answer" : "broken-connection";
  }

  private static double chance() {
    return ThreadLocalRandom.current().nextDouble();
  }
}
