package org.closedloop.conformance.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.closedloop.core.claim.ConsentTerms;
import org.closedloop.core.fhir.ReferralMessage;
import org.junit.jupiter.api.Test;

class GivenConsentTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void shouldReadWhenItWasGiven() throws IOException {
    assertThat(terms(example()))
        .contains(new ConsentTerms(Instant.parse("2026-03-09T00:00:00Z"), null));
  }

  @Test
  void shouldEndWithTheLastDayThePeriodNames() throws IOException {
    ObjectNode message = example();
    ((ObjectNode) resource(message, "Consent").at("/provision/period")).put("end", "2026-12");

    assertThat(terms(message).orElseThrow().until())
        .isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
  }

  @Test
  void shouldKnowNothingOfAConsentNobodyRefersTo() throws IOException {
    ObjectNode message = example();
    ((ObjectNode) resource(message, "ServiceRequest")).remove("supportingInfo");

    assertThat(terms(message)).isEmpty();
  }

  @Test
  void shouldTakeTheLatestGivenAndTheFirstEndOfTwo() throws IOException {
    ObjectNode message = example();
    ObjectNode second = resource(message, "Consent").deepCopy();
    second.put("dateTime", "2026-03-20T10:00:00Z");
    ((ObjectNode) second.at("/provision/period")).put("end", "2026-06-30");
    ((ArrayNode) message.get("entry"))
        .addObject()
        .put("fullUrl", "urn:uuid:7f3c1a52-53f1-4a3e-8d0b-8a0a4b9a7c11")
        .set("resource", second);
    resource(message, "ServiceRequest")
        .withArray("supportingInfo")
        .addObject()
        .put("reference", "urn:uuid:7f3c1a52-53f1-4a3e-8d0b-8a0a4b9a7c11");

    assertThat(terms(message))
        .contains(
            new ConsentTerms(
                Instant.parse("2026-03-20T10:00:00Z"), Instant.parse("2026-07-01T00:00:00Z")));
  }

  private static Optional<ConsentTerms> terms(ObjectNode message) throws IOException {
    return GivenConsent.of(ReferralMessage.ofStored(JSON.writeValueAsBytes(message)));
  }

  private static ObjectNode example() throws IOException {
    Path file = Path.of("..", "use-cases", "arthritis", "examples", "request.json");
    return (ObjectNode) JSON.readTree(Files.readAllBytes(file));
  }

  private static ObjectNode resource(ObjectNode bundle, String type) {
    for (JsonNode entry : bundle.get("entry")) {
      if (type.equals(entry.at("/resource/resourceType").asText())) {
        return (ObjectNode) entry.get("resource");
      }
    }
    throw new IllegalArgumentException("no " + type);
  }
}
