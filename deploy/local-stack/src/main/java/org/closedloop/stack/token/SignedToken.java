package org.closedloop.stack.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;

/** A JSON Web Token in compact form, signed RS256 (RFC 7515, RFC 7518 section 3.3). */
final class SignedToken {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final Map<String, Object> HEADER = Map.of("alg", "RS256", "typ", "JWT");

  private SignedToken() {}

  /** Header, claims and signature, each base64url, joined by dots. */
  static String of(Map<String, Object> claims, PrivateKey key) {
    String signed = encoded(HEADER) + "." + encoded(claims);
    return signed + "." + BASE64.encodeToString(signature(signed, key));
  }

  private static String encoded(Map<String, Object> part) {
    try {
      return BASE64.encodeToString(JSON.writeValueAsBytes(part));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] signature(String text, PrivateKey key) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(text.getBytes(StandardCharsets.US_ASCII));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
