package org.closedloop.stack.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.closedloop.stack.process.PrivateFolder;

/**
 * The local issuer's RSA key pair, made on first need: {@code issuer.pem} signs and is readable by
 * its owner only, {@code issuer.pub.pem} is what the services check with.
 */
public final class IssuerKey {

  private static final String ALGORITHM = "RSA";
  private static final int BITS = 2048;
  private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

  private final Path folder;

  /**
   * @param folder where the two files are or will be
   */
  public IssuerKey(Path folder) {
    this.folder = folder;
  }

  /** The public half's file; there once {@link #makeIfMissing()} was called. */
  public Path publicKeyFile() {
    return folder.resolve("issuer.pub.pem");
  }

  /** The private half. Makes the pair if there is none. */
  public PrivateKey privateKey() {
    makeIfMissing();
    try {
      String base64 = Files.readString(privateKeyFile()).replaceAll("-----[^-]+-----", "");
      byte[] bytes = Base64.getMimeDecoder().decode(base64);
      return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Makes the pair unless both files are there. */
  public void makeIfMissing() {
    if (Files.exists(privateKeyFile()) && Files.exists(publicKeyFile())) {
      return;
    }
    try {
      PrivateFolder.make(folder);
      KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
      generator.initialize(BITS);
      KeyPair pair = generator.generateKeyPair();
      write(publicKeyFile(), "PUBLIC KEY", pair.getPublic().getEncoded());
      write(privateKeyFile(), "PRIVATE KEY", pair.getPrivate().getEncoded());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path privateKeyFile() {
    return folder.resolve("issuer.pem");
  }

  private static void write(Path file, String kind, byte[] key) throws IOException {
    String text = "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n";
    PrivateFile.write(file, text.formatted(kind, LINES.encodeToString(key)));
  }
}
