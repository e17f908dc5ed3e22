package org.closedloop.stack.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.closedloop.core.directory.Role;

/** Issues the bearer tokens of this machine (design section 5). */
public final class LocalIssuer {

  /** Claim {@code iss}. */
  public static final String ISSUER = "https://issuer.bser.local";

  /** Claim {@code aud}. */
  public static final String AUDIENCE = "bser";

  /** How long a token holds. */
  public static final Duration VALID = Duration.ofHours(12);

  private final IssuerKey key;
  private final Clock clock;

  public LocalIssuer(IssuerKey key, Clock clock) {
    this.key = key;
    this.clock = clock;
  }

  /**
   * A signed token (RS256).
   *
   * @param subject party id, or {@code ops}
   * @param role what the bearer may do
   */
  public String token(String subject, Role role) {
    return token(subject, role, VALID);
  }

  /**
   * A signed token of another life time; negative for one that has expired.
   *
   * @param subject party id, or {@code ops}
   * @param role what the bearer may do
   * @param valid from now
   */
  public String token(String subject, Role role, Duration valid) {
    Instant now = clock.instant();
    Map<String, Object> claims =
        Map.of(
            "iss",
            ISSUER,
            "aud",
            AUDIENCE,
            "sub",
            subject,
            "role",
            role.word(),
            "iat",
            now.getEpochSecond(),
            "exp",
            now.plus(valid).getEpochSecond());
    return SignedToken.of(claims, key.privateKey());
  }
}
