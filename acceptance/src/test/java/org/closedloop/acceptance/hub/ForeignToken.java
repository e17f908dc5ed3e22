package org.closedloop.acceptance.hub;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import org.closedloop.core.directory.Role;

/** A token that looks right but is signed by somebody the hub does not trust. */
public final class ForeignToken {

  private ForeignToken() {}

  /** RS256 with the given key. */
  public static String of(PrivateKey key, String subject, Role role) {
    long now = Instant.now().getEpochSecond();
    String head = encode("{\"alg\":\"RS256\",\"typ\":\"JWT\"}");
    String claims =
        encode(
            "{\"iss\":\"https://issuer.bser.local\",\"aud\":\"bser\",\"sub\":\"%s\",\"role\":\"%s\",\"iat\":%d,\"exp\":%d}"
                .formatted(subject, role.word(), now, now + 3600));
    return head + "." + claims + "." + signed(key, head + "." + claims);
  }

  private static String signed(PrivateKey key, String text) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(text.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
