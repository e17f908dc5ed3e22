package org.closedloop.pages;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Text that comes back from a browser as it was given, or not at all: the text and its MAC. */
final class Seal {

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;
  private final String purpose;

  /**
   * Seals for one purpose with a secret that all instances share.
   *
   * @param purpose a text sealed for one is nothing for another
   */
  Seal(String secret, String purpose) {
    this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    this.purpose = purpose;
  }

  /** The text with its MAC; safe in a cookie. */
  String close(String text) {
    return encode(text.getBytes(StandardCharsets.UTF_8)) + "." + mac(text);
  }

  /** The text; empty when it is not as it was given. */
  Optional<String> open(String sealed) {
    int dot = sealed == null ? -1 : sealed.lastIndexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    try {
      String text =
          new String(
              Base64.getUrlDecoder().decode(sealed.substring(0, dot)), StandardCharsets.UTF_8);
      return same(mac(text), sealed.substring(dot + 1)) ? Optional.of(text) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The MAC of a text alone. */
  String mac(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return encode(mac.doFinal((purpose + "|" + text).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  /** Whether two texts are equal; takes the same time for every wrong one. */
  static boolean same(String expected, String shown) {
    return shown != null
        && MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
