package org.closedloop.kit.desk;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.closedloop.core.claim.Verdict;
import org.closedloop.core.codec.RecordJson;
import org.closedloop.core.fhir.TaskView;
import org.closedloop.core.track.Journey;
import org.closedloop.core.track.ReferralPage;
import org.closedloop.core.track.ReferralQuery;
import org.closedloop.kit.HubConfig;

/**
 * Reads the record through feedback-service's internal, party-scoped HTTP API. An empty answer
 * means "not for this party"; a failed Uni means that feedback-service could not be asked.
 */
@ApplicationScoped
public class RecordReader {

  /** Header with the secret of the hub's own services. */
  public static final String KEY_HEADER = "X-Hub-Key";

  private static final long TIMEOUT_MS = 5_000;

  /** An instance that stands still must not use up the time of those after it. */
  private static final long TIMEOUT_OF_FIRST_MS = 1_500;

  private final WebClient client;
  private final List<URI> bases;
  private final String key;

  RecordReader(Vertx vertx, HubConfig config) {
    this.client = WebClient.create(vertx, new WebClientOptions().setConnectTimeout(2_000));
    this.bases = config.feedbackUrl();
    this.key = config.internalKey();
  }

  /** A referral's Task as the party may see it. */
  public Uni<Optional<TaskView>> task(String party, String id) {
    return get("/internal/parties/" + party + "/tasks/" + encode(id))
        .map(found -> found.map(body -> RecordJson.read(body.getBytes(), TaskView.class)));
  }

  /** Tasks of a party by business identifier, {@code value} or {@code system|value}. */
  public Uni<List<TaskView>> tasksByIdentifier(String party, String token) {
    return get("/internal/parties/" + party + "/tasks?identifier=" + encode(token))
        .map(found -> found.map(RecordReader::tasks).orElse(List.of()));
  }

  /** A feedback document Bundle. */
  public Uni<Optional<byte[]>> document(String party, String id) {
    return get("/internal/parties/" + party + "/documents/" + encode(id))
        .map(found -> found.map(Buffer::getBytes));
  }

  /** The stored verdict of a claim; empty while undecided. */
  public Uni<Optional<Verdict>> verdict(String claimId) {
    return get("/internal/claims/" + encode(claimId))
        .map(found -> found.map(body -> RecordJson.read(body.getBytes(), Verdict.class)));
  }

  /** A page of a hospital's referrals. */
  public Uni<ReferralPage> referrals(String party, ReferralQuery query) {
    return get("/internal/parties/"
            + party
            + "/referrals?group="
            + query.group().word()
            + query.age().map(age -> "&age=" + age.word()).orElse("")
            + "&page="
            + query.page()
            + "&search="
            + encode(query.search()))
        .map(found -> RecordJson.read(found.orElseThrow().getBytes(), ReferralPage.class));
  }

  /** The way of one of a hospital's referrals so far. */
  public Uni<Optional<Journey>> journey(String party, String id) {
    return get("/internal/parties/" + party + "/referrals/" + encode(id))
        .map(found -> found.map(body -> RecordJson.read(body.getBytes(), Journey.class)));
  }

  /** The message by which a hospital opened a referral. */
  public Uni<Optional<byte[]>> request(String party, String id) {
    return get("/internal/parties/" + party + "/referrals/" + encode(id) + "/request")
        .map(found -> found.map(Buffer::getBytes));
  }

  private static List<TaskView> tasks(Buffer body) {
    return List.of(RecordJson.read(body.getBytes(), TaskView[].class));
  }

  private Uni<Optional<Buffer>> get(String path) {
    Uni<Optional<Buffer>> answer = get(bases.get(0), path, patience(0));
    for (int i = 1; i < bases.size(); i++) {
      URI next = bases.get(i);
      long patience = patience(i);
      answer = answer.onFailure().recoverWithUni(() -> get(next, path, patience));
    }
    return answer;
  }

  private long patience(int instance) {
    return instance == bases.size() - 1 ? TIMEOUT_MS : TIMEOUT_OF_FIRST_MS;
  }

  private Uni<Optional<Buffer>> get(URI base, String path, long timeoutMs) {
    return client
        .requestAbs(HttpMethod.GET, base + path)
        .putHeader(KEY_HEADER, key)
        .timeout(timeoutMs)
        .send()
        .map(RecordReader::found);
  }

  private static Optional<Buffer> found(HttpResponse<Buffer> response) {
    return switch (response.statusCode()) {
      case 200 -> Optional.ofNullable(response.body());
      case 404 -> Optional.empty();
      default ->
          throw new IllegalStateException("feedback-service answered " + response.statusCode());
    };
  }

  private static String encode(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
