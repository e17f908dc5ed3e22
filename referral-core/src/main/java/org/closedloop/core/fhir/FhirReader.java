package org.closedloop.core.fhir;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Refusal;

/**
 * Reads bytes strictly as FHIR JSON (design section 5: what fails here is 400). Refuses invalid
 * UTF-8, bad syntax, duplicate keys, more than {@link #MAX_DEPTH} levels, anything after the
 * object, and characters that no text may hold (NUL, half of a surrogate pair).
 */
public final class FhirReader {

  /** The largest body the hub takes, in bytes; more is 413 (checked by the caller). */
  public static final int MAX_BYTES = 1024 * 1024;

  /** The most Bundle entries the hub takes, nested ones included; more is 413 (by the caller). */
  public static final int MAX_ENTRIES = 500;

  /** The deepest nesting of objects and arrays. */
  public static final int MAX_DEPTH = 100;

  /**
   * Looks for duplicate keys when they are put into the tree, which costs nothing; what it refuses
   * {@link #STRICT} refuses too.
   */
  private static final JsonMapper FAST =
      mapper(new JsonFactoryBuilder())
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  /** Keeps a set of keys for each object, and so tells where the first fault stands. */
  private static final JsonMapper STRICT =
      mapper(new JsonFactoryBuilder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)).build();

  private FhirReader() {}

  private static JsonMapper.Builder mapper(JsonFactoryBuilder factory) {
    return JsonMapper.builder(
            factory
                .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                .build())
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);
  }

  /** Reads a body; see the class for what is refused. */
  public static Reading read(byte[] body) {
    Optional<Refusal> bytes = BodyBytes.refusal(body);
    if (bytes.isPresent()) {
      return new Reading.Unreadable(bytes.get());
    }
    try {
      return judge(tree(body), body);
    } catch (StreamConstraintsException e) {
      return unreadable(
          "body-depth",
          "The body is nested deeper than "
              + MAX_DEPTH
              + " levels or holds an oversized token; flatten it.");
    } catch (JsonProcessingException e) {
      return syntax(e);
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory failed", e);
    }
  }

  /** A body that has a fault is read twice: the second time says which it is. */
  private static JsonNode tree(byte[] body) throws IOException {
    try {
      return FAST.readTree(body);
    } catch (JsonProcessingException e) {
      return STRICT.readTree(body);
    }
  }

  private static Reading judge(JsonNode root, byte[] body) {
    if (!(root instanceof ObjectNode object)) {
      return unreadable("body-object", "The body is not a JSON object; send one FHIR resource.");
    }
    if (BodyBytes.hasUnicodeEscape(body) && !TextCharacters.allValid(object)) {
      return unreadable(
          "body-characters",
          "A text holds a NUL character or half of a surrogate pair; remove it.");
    }
    return new Reading.Readable(new FhirTree(object, body));
  }

  private static Reading syntax(JsonProcessingException e) {
    String original = e.getOriginalMessage();
    if (original != null && original.startsWith("Duplicate field")) {
      return unreadable(
          "body-duplicate-key",
          "An object has the same key twice" + where(e) + "; keep one of them.");
    }
    return unreadable(
        "body-json", "The body is not well-formed JSON" + where(e) + "; correct the syntax.");
  }

  private static String where(JsonProcessingException e) {
    return e.getLocation() == null
        ? ""
        : " (line "
            + e.getLocation().getLineNr()
            + ", column "
            + e.getLocation().getColumnNr()
            + ")";
  }

  private static Reading unreadable(String ruleId, String text) {
    return new Reading.Unreadable(Refusal.of(400, Finding.error(ruleId, "structure", "", text)));
  }
}
