package org.closedloop.kit.http;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.closedloop.core.outcome.Refusal;
import org.jboss.logging.Logger;

/**
 * What is kept of a message that was refused at a door, before it was a claim. Over HTTP only a log
 * line: its time, the party, the request id, a hash by which party and operators can tell that they
 * talk of the same bytes, and the rule ids. On a topic the dead letters keep the original. Either
 * way the counter {@code hub.refused} by rule. Never content.
 */
@ApplicationScoped
public class RefusedMessages {

  private static final Logger LOG = Logger.getLogger(RefusedMessages.class);

  /** A request id is the sender's text: what is no plain id could be anything. */
  private static final Pattern PLAIN_ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

  private static final byte[] NOTHING = new byte[0];

  private final MeterRegistry registry;

  RefusedMessages(MeterRegistry registry) {
    this.registry = registry;
  }

  /**
   * Notes a refusal and makes the answer of it.
   *
   * @param party who sent it, by its token
   * @param requestId X-Request-ID, or null
   * @param body as it came, or null
   */
  public Response answer(String party, String requestId, byte[] body, Refusal refusal) {
    LOG.infof(
        "refused party=%s request=%s sha256=%s status=%d rules=%s",
        party, plain(requestId), sha256(body), refusal.httpStatus(), refusal.ruleIds());
    count(refusal);
    return Answers.refused(refusal);
  }

  /** Counts a refusal by each rule that was broken. */
  public void count(Refusal refusal) {
    refusal.ruleIds().stream()
        .distinct()
        .forEach(rule -> registry.counter("hub.refused", "rule", rule).increment());
  }

  private static String plain(String requestId) {
    if (requestId == null) {
      return "-";
    }
    return PLAIN_ID.matcher(requestId).matches() ? requestId : "?";
  }

  private static String sha256(byte[] body) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(body == null ? NOTHING : body);
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
