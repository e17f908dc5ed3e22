package org.closedloop.stack.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.closedloop.core.directory.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalIssuerTest {

  private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000L);

  @TempDir private Path folder;
  private IssuerKey key;
  private LocalIssuer issuer;

  @BeforeEach
  void create() {
    key = new IssuerKey(folder.resolve("keys"));
    issuer = new LocalIssuer(key, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  void shouldSayWhoMayDoWhatAndHowLong() throws IOException {
    JsonNode claims = part(issuer.token("saint-lukes", Role.INITIATOR), 1);
    assertThat(claims.size()).isEqualTo(6);
    assertThat(claims.get("iss").asText()).isEqualTo("https://issuer.bser.local");
    assertThat(claims.get("aud").asText()).isEqualTo("bser");
    assertThat(claims.get("sub").asText()).isEqualTo("saint-lukes");
    assertThat(claims.get("role").asText()).isEqualTo("initiator");
    assertThat(claims.get("iat").asLong()).isEqualTo(NOW.getEpochSecond());
    assertThat(claims.get("exp").asLong()).isEqualTo(NOW.getEpochSecond() + 12 * 3600);
  }

  @Test
  void shouldIssueAnExpiredTokenForTests() throws IOException {
    String token = issuer.token("saint-lukes", Role.INITIATOR, Duration.ofMinutes(-5));
    assertThat(part(token, 1).get("exp").asLong()).isEqualTo(NOW.getEpochSecond() - 300);
  }

  @Test
  void shouldSignSoThatThePublicKeyFileVerifies() throws IOException, GeneralSecurityException {
    String token = issuer.token("ops", Role.OPS);
    assertThat(part(token, 0).get("alg").asText()).isEqualTo("RS256");
    Signature check = Signature.getInstance("SHA256withRSA");
    check.initVerify(publicKey());
    check.update(token.substring(0, token.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII));
    assertThat(check.verify(Base64.getUrlDecoder().decode(token.split("\\.")[2]))).isTrue();
  }

  @Test
  void shouldKeepTheKeyPairAndShowItToNobodyElse() throws IOException {
    issuer.token("ops", Role.OPS);
    String before = Files.readString(key.publicKeyFile());
    new IssuerKey(folder.resolve("keys")).makeIfMissing();
    assertThat(key.publicKeyFile()).hasContent(before);
    Path secret = folder.resolve("keys/issuer.pem");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
        .isEqualTo("rw-------");
  }

  private static JsonNode part(String token, int index) throws IOException {
    return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[index]));
  }

  private PublicKey publicKey() throws IOException, GeneralSecurityException {
    String base64 = Files.readString(key.publicKeyFile()).replaceAll("-----[A-Z ]+-----|\\s", "");
    byte[] bytes = Base64.getDecoder().decode(base64);
    return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(bytes));
  }
}
