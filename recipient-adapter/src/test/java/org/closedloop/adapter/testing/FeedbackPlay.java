package org.closedloop.adapter.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.claim.Verdict;
import org.closedloop.core.codec.Envelope;
import org.closedloop.core.codec.RecordJson;
import org.closedloop.core.fhir.TaskView;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.topic.Topics;
import org.closedloop.kit.desk.RecordReader;
import org.closedloop.kit.kafka.HubRecords;
import org.closedloop.kit.kafka.Received;
import org.closedloop.kit.testing.HubStack;
import org.closedloop.kit.testing.TestTopics;

/**
 * Plays feedback-service: reads claims, accepts every report unless told otherwise, answers by
 * {@code referral.verdicts} and by the internal API.
 */
public final class FeedbackPlay {

  private final List<Taken> claims = new CopyOnWriteArrayList<>();
  private final Map<String, Finding> refusals = new ConcurrentHashMap<>();
  private final Set<String> silent = ConcurrentHashMap.newKeySet();
  private final Map<String, Verdict> verdicts = new ConcurrentHashMap<>();
  private final Map<String, TaskView> tasks = new ConcurrentHashMap<>();
  private final TestTopics topics;

  FeedbackPlay(int port, String bootstrapServers, TestTopics topics) {
    this.topics = topics;
    serve(port);
    Thread reader = new Thread(() -> read(bootstrapServers), "feedback-play");
    reader.setDaemon(true);
    reader.start();
  }

  /** Reports on this referral are refused from now on. */
  public void refuse(String referralId, Finding reason) {
    refusals.put(referralId, reason);
  }

  /** Reports on this referral stay undecided until {@link #decide}. */
  public void keepSilent(String referralId) {
    silent.add(referralId);
  }

  /** Decides what was left undecided, without a word on the topic. */
  public void decide(String referralId) {
    silent.remove(referralId);
    claims(referralId, ClaimKind.REPORT).forEach(taken -> store(verdict(taken.claim())));
  }

  /** The record has this Task for the party. */
  public void hasTask(String party, TaskView task) {
    tasks.put(party + "/" + task.id(), task);
  }

  /** What was claimed of a referral so far, in order. */
  public List<Taken> claims(String referralId, ClaimKind kind) {
    return claims.stream()
        .filter(taken -> taken.claim().referralId().equals(referralId))
        .filter(taken -> taken.claim().kind() == kind)
        .toList();
  }

  /** What was claimed of a referral so far by kind, in order. */
  public List<ClaimKind> kinds(String referralId) {
    return claims.stream()
        .map(Taken::claim)
        .filter(claim -> claim.referralId().equals(referralId))
        .map(Claim::kind)
        .toList();
  }

  private void read(String bootstrapServers) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "group.id",
                "feedback-play",
                "auto.offset.reset",
                "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(Topics.CLAIMS));
      while (!Thread.currentThread().isInterrupted()) {
        consumer.poll(Duration.ofMillis(100)).forEach(this::take);
      }
    }
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    Envelope envelope = Received.open(record);
    Claim claim = envelope.facts(Claim.class);
    claims.add(new Taken(claim, envelope.payload()));
    if (!silent.contains(claim.referralId())) {
      Verdict verdict = verdict(claim);
      store(verdict);
      topics.send(HubRecords.verdict(verdict));
    }
  }

  private Verdict verdict(Claim claim) {
    Finding refusal = refusals.get(claim.referralId());
    boolean accepted = refusal == null;
    return new Verdict(
        claim.claimId(),
        claim.claimId(),
        claim.referralId(),
        accepted,
        accepted ? 200 : 422,
        10,
        accepted ? "02" : null,
        claim.report() == null ? "received" : claim.report().taskStatus(),
        claim.report() == null ? "2.0" : claim.report().businessStatus(),
        accepted ? List.of() : List.of(refusal),
        Instant.parse("2026-03-10T10:00:00Z"));
  }

  private void store(Verdict verdict) {
    verdicts.put(verdict.claimId(), verdict);
  }

  private void serve(int port) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      server.setExecutor(Executors.newCachedThreadPool(FeedbackPlay::daemon));
      server.createContext("/internal", this::answer);
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().split("/");
    boolean known =
        HubStack.INTERNAL_KEY.equals(
            exchange.getRequestHeaders().getFirst(RecordReader.KEY_HEADER));
    Object found = known ? find(path) : null;
    byte[] body = found == null ? new byte[0] : RecordJson.write(found);
    exchange.sendResponseHeaders(found == null ? 404 : 200, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** {@code /internal/claims/{id}} and {@code /internal/parties/{party}/tasks/{id}}. */
  private Object find(String[] path) {
    return path[2].equals("claims")
        ? verdicts.get(path[3])
        : path.length == 6 ? tasks.get(path[3] + "/" + path[5]) : null;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "feedback-play-http");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * A claim that was handed in.
   *
   * @param claim what was said
   * @param payload the message beside it
   */
  public record Taken(Claim claim, byte[] payload) {}
}
