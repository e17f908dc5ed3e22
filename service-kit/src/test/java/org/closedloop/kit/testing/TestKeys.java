package org.closedloop.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** One issuer key a test JVM, and a foreign one that nobody trusts. */
final class TestKeys {

  static final KeyPair ISSUER = generate();
  static final KeyPair FOREIGN = generate();

  private TestKeys() {}

  /** The issuer's public key as a PEM file. */
  static Path publicKeyFile() {
    String body =
        Base64.getMimeEncoder(64, new byte[] {'\n'})
            .encodeToString(ISSUER.getPublic().getEncoded());
    try {
      Path file = Files.createTempFile("issuer", ".pub.pem");
      file.toFile().deleteOnExit();
      return Files.writeString(
          file, "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static KeyPair generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
