package org.closedloop.gateway.playing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.closedloop.core.claim.Claim;
import org.closedloop.core.claim.ClaimKind;
import org.closedloop.core.claim.Verdict;
import org.closedloop.core.codec.RecordJson;
import org.closedloop.core.fhir.TaskView;
import org.closedloop.core.outcome.Finding;
import org.closedloop.kit.desk.RecordReader;
import org.closedloop.kit.kafka.HubRecords;
import org.closedloop.kit.kafka.Received;
import org.closedloop.kit.testing.HubStack;
import org.closedloop.kit.testing.TestTopics;

/**
 * Plays feedback-service: hears claims, decides as told, sends verdicts, serves the internal API.
 * Accepts what nobody said anything else about.
 */
public final class FakeFeedback {

  private final HttpServer server;
  private final Map<String, Verdict> verdicts = new ConcurrentHashMap<>();
  private final Map<String, Verdict> firstByMessage = new ConcurrentHashMap<>();
  private final Map<String, TaskView> tasks = new ConcurrentHashMap<>();
  private final Map<String, byte[]> documents = new ConcurrentHashMap<>();
  private final Map<String, byte[]> answers = new ConcurrentHashMap<>();
  private final Map<String, String> asked = new ConcurrentHashMap<>();
  private final Map<String, Refused> refused = new ConcurrentHashMap<>();
  private final Set<String> held = ConcurrentHashMap.newKeySet();
  private final Set<String> silent = ConcurrentHashMap.newKeySet();
  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private volatile boolean down;
  private TestTopics topics;

  FakeFeedback() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/internal/", this::serve);
    server.setExecutor(Executors.newCachedThreadPool(FakeFeedback::daemon));
    server.start();
  }

  /** A claim as it came. */
  public record Heard(Claim claim, byte[] payload, ConsumerRecord<String, byte[]> record) {}

  private record Refused(int status, Finding reason) {}

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void listen(String bootstrapServers) {
    topics = new TestTopics();
    daemon(new ClaimListener(bootstrapServers, this::hear)).start();
  }

  /** Leaves a referral's claims undecided until {@link #release}. */
  public void hold(String referralId) {
    held.add(referralId);
  }

  /** Decides what was held back. */
  public void release(String referralId) {
    held.remove(referralId);
    claims(referralId).forEach(this::decide);
  }

  /** Loses a referral's verdicts on the topic; the internal API still has them. */
  public void loseVerdicts(String referralId) {
    silent.add(referralId);
  }

  /** Refuses a referral's claims. */
  public void refuse(String referralId, int status, Finding reason) {
    refused.put(referralId, new Refused(status, reason));
  }

  /** Fails all reads until told otherwise. */
  public void down(boolean isDown) {
    down = isDown;
  }

  /** Puts a referral on record. */
  public void record(String party, TaskView task) {
    tasks.put(party + "/" + task.id(), task);
  }

  /** Puts a feedback document on record. */
  public void record(String party, String id, byte[] document) {
    documents.put(party + "/" + id, document);
  }

  /** Answers any other path of the internal API, whatever the query. */
  public void answer(String path, Object body) {
    answers.put(path, body instanceof byte[] bytes ? bytes : RecordJson.write(body));
  }

  /** The query a path was last asked with; null when it had none. */
  public String asked(String path) {
    return asked.get(path);
  }

  /** All revocations of a party, in order. */
  public List<Heard> revocations(String party) {
    return heard.stream()
        .filter(h -> h.claim().kind() == ClaimKind.REVOCATION && h.claim().party().equals(party))
        .toList();
  }

  /** All claims of a referral, in order. */
  public List<Heard> claims(String referralId) {
    return heard.stream().filter(h -> h.claim().referralId().equals(referralId)).toList();
  }

  private void hear(ConsumerRecord<String, byte[]> record) {
    Claim claim = Received.open(record).facts(Claim.class);
    Heard one = new Heard(claim, Received.open(record).payload(), record);
    heard.add(one);
    if (!held.contains(claim.referralId())) {
      decide(one);
    }
  }

  private void decide(Heard one) {
    Verdict verdict = verdict(one.claim()).forClaim(one.claim().claimId());
    if (verdict.accepted() && one.claim().kind() != ClaimKind.REVOCATION) {
      record(one.claim().party(), view(one.claim(), verdict));
    }
    verdicts.put(verdict.claimId(), verdict);
    if (!silent.contains(verdict.referralId())) {
      topics.send(HubRecords.verdict(verdict));
    }
  }

  private Verdict verdict(Claim claim) {
    String message = claim.party() + "/" + claim.identity().messageId() + claim.referralId();
    return firstByMessage.computeIfAbsent(message, first -> fresh(claim));
  }

  private Verdict fresh(Claim claim) {
    boolean submission = claim.kind() == ClaimKind.SUBMISSION;
    boolean revocation = claim.kind() == ClaimKind.REVOCATION;
    Refused no = refused.get(claim.referralId());
    return new Verdict(
        claim.claimId(),
        claim.claimId(),
        claim.referralId(),
        no == null,
        no == null ? 200 : no.status(),
        submission ? 1 : 2,
        submission ? "01" : "04",
        submission ? "received" : "in-progress",
        submission ? "2.0" : "5.2",
        no == null ? findings(revocation) : List.of(no.reason()),
        claim.claimedAt());
  }

  private static List<Finding> findings(boolean revocation) {
    return revocation
        ? List.of(Finding.information("consent-revoked", "Consent", "On record."))
        : List.of();
  }

  private static TaskView view(Claim claim, Verdict verdict) {
    boolean known = claim.submission() != null;
    return new TaskView(
        claim.referralId(),
        verdict.sequence(),
        verdict.decidedAt(),
        null,
        verdict.status(),
        verdict.businessStatus(),
        null,
        "recorded",
        known ? claim.submission().task() : null,
        known ? claim.submission().service() : null,
        "Lakeside Demo Hospital",
        "2710001019",
        "Riverbend Demo Wellness",
        "2730003037",
        known ? claim.submission().useCase() : null,
        null);
  }

  private void serve(HttpExchange exchange) throws IOException {
    boolean known =
        HubStack.INTERNAL_KEY.equals(
            exchange.getRequestHeaders().getFirst(RecordReader.KEY_HEADER));
    byte[] body = !known || down ? null : find(exchange);
    int status = !known ? 401 : down ? 500 : body == null ? 404 : 200;
    byte[] sent = body == null ? new byte[0] : body;
    exchange.sendResponseHeaders(status, sent.length == 0 ? -1 : sent.length);
    exchange.getResponseBody().write(sent);
    exchange.close();
  }

  private byte[] find(HttpExchange exchange) {
    String whole = exchange.getRequestURI().getPath();
    if (whole.contains("/referrals")) {
      asked.put(whole, String.valueOf(exchange.getRequestURI().getQuery()));
      return answers.get(whole);
    }
    String[] path = exchange.getRequestURI().getPath().split("/");
    if (path[2].equals("claims")) {
      return json(verdicts.get(path[3]));
    }
    String party = path[3];
    if (path[4].equals("documents")) {
      return documents.get(party + "/" + path[5]);
    }
    return path.length == 6
        ? json(tasks.get(party + "/" + path[5]))
        : json(byNumber(party, exchange.getRequestURI().getRawQuery()));
  }

  private List<TaskView> byNumber(String party, String query) {
    String token =
        URLDecoder.decode(query.substring("identifier=".length()), StandardCharsets.UTF_8);
    String value = token.substring(token.indexOf('|') + 1);
    return tasks.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(party + "/"))
        .map(Map.Entry::getValue)
        .filter(task -> task.taskPlacer() != null && task.taskPlacer().value().equals(value))
        .toList();
  }

  private static byte[] json(Object found) {
    return found == null ? null : RecordJson.write(found);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "fake-feedback");
    thread.setDaemon(true);
    return thread;
  }
}
