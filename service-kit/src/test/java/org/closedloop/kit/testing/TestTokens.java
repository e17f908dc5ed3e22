package org.closedloop.kit.testing;

import io.smallrye.jwt.build.Jwt;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import org.closedloop.core.directory.Role;

/** Tokens for tests. */
public final class TestTokens {

  private TestTokens() {}

  /** Authorization header value of a good token. */
  public static String of(String party, Role role) {
    return bearer(party, role, Instant.now().plus(Duration.ofHours(1)), ours());
  }

  /** A token that was good an hour ago. */
  public static String expired(String party, Role role) {
    return bearer(party, role, Instant.now().minus(Duration.ofHours(1)), ours());
  }

  /** A token signed by somebody the hub does not trust. */
  public static String foreign(String party, Role role) {
    return bearer(
        party, role, Instant.now().plus(Duration.ofHours(1)), TestKeys.FOREIGN.getPrivate());
  }

  private static PrivateKey ours() {
    return TestKeys.ISSUER.getPrivate();
  }

  private static String bearer(String party, Role role, Instant until, PrivateKey key) {
    return "Bearer "
        + Jwt.issuer("https://issuer.bser.local")
            .audience("bser")
            .subject(party)
            .claim("role", role.word())
            .issuedAt(until.minus(Duration.ofHours(12)))
            .expiresAt(until)
            .sign(key);
  }
}
