package org.closedloop.kit.auth;

import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.closedloop.core.directory.Directory;
import org.closedloop.core.directory.Party;
import org.closedloop.core.directory.Role;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Refusal;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Reads bearer tokens (design section 5): JWT {iss, aud {@code bser}, sub = party id, role, exp},
 * signed by the issuer whose public key is configured.
 */
@ApplicationScoped
public class Tokens {

  private static final String SCHEME = "bearer ";

  private final JWTParser parser;
  private final Directory directory;

  Tokens(JWTParser parser, Directory directory) {
    this.parser = parser;
    this.directory = directory;
  }

  /**
   * Judges a token.
   *
   * @param authorization value of the Authorization header, or null
   * @param allowed roles that may do what is asked
   */
  public Access check(String authorization, Role... allowed) {
    if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      return unauthenticated("There is no bearer token. Send the header Authorization: Bearer …");
    }
    JsonWebToken token;
    try {
      token = parser.parse(authorization.substring(SCHEME.length()).trim());
    } catch (ParseException e) {
      return unauthenticated("The token is not valid here or has expired. Fetch a new one.");
    }
    return caller(token)
        .map(caller -> authorise(caller, Set.of(allowed)))
        .orElseGet(() -> unauthenticated("The token names no known party and role."));
  }

  private Optional<Caller> caller(JsonWebToken token) {
    Object claimed = token.getClaim("role");
    String word = claimed == null ? "" : claimed.toString().replace("\"", "");
    for (Role role : Role.values()) {
      if (role.word().equals(word) && token.getSubject() != null) {
        return Optional.of(new Caller(token.getSubject(), role)).filter(this::known);
      }
    }
    return Optional.empty();
  }

  private boolean known(Caller caller) {
    return caller.role() == Role.OPS
        || directory
            .find(caller.party())
            .filter(Party::active)
            .filter(party -> party.roles().contains(caller.role()))
            .isPresent();
  }

  private static Access authorise(Caller caller, Set<Role> allowed) {
    if (allowed.contains(caller.role())) {
      return new Access.Granted(caller);
    }
    return new Access.Denied(
        Refusal.of(
            403,
            Finding.error(
                "auth-role",
                "forbidden",
                "",
                "The role "
                    + caller.role().word()
                    + " may not do this. Use the other party's"
                    + " token, or the other service.")));
  }

  private static Access unauthenticated(String text) {
    return new Access.Denied(Refusal.of(401, Finding.error("auth-token", "login", "", text)));
  }
}
