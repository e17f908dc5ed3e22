package org.closedloop.gateway.core;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes tickets that only the party they were given to can use, on any instance and after any
 * restart: the gateway keeps nothing. A ticket is the text it needs later and a MAC over that text,
 * the claim and the party.
 */
public final class TicketSeal {

  private static final String ALGORITHM = "HmacSHA256";
  private static final String SEPARATOR = "|";

  private final SecretKeySpec key;

  /** Seals with a secret that all instances share. */
  public TicketSeal(String secret) {
    this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  /** The text of a ticket for one party; safe in a URL. */
  public String seal(String party, StatusTicket ticket) {
    String content = ticket.referralId() + SEPARATOR + ticket.messageId();
    return encode(content.getBytes(StandardCharsets.UTF_8))
        + "."
        + encode(mac(party, ticket.claimId(), content));
  }

  /** The ticket of a text; empty when it was not made for this party and claim. */
  public Optional<StatusTicket> open(String party, String claimId, String text) {
    String[] parts = text == null ? new String[0] : text.split("\\.", -1);
    if (parts.length != 2) {
      return Optional.empty();
    }
    try {
      String content = new String(decode(parts[0]), StandardCharsets.UTF_8);
      return MessageDigest.isEqual(decode(parts[1]), mac(party, claimId, content))
          ? Optional.of(ticket(claimId, content))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static StatusTicket ticket(String claimId, String content) {
    int end = content.indexOf(SEPARATOR);
    return new StatusTicket(claimId, content.substring(0, end), content.substring(end + 1));
  }

  private byte[] mac(String party, String claimId, String content) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      String signed = String.join(SEPARATOR, "message-status", party, claimId, content);
      return mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] decode(String text) {
    return Base64.getUrlDecoder().decode(text);
  }
}
