package org.closedloop.conformance.shape;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** Whether a JSON value is a value of a FHIR primitive type. */
final class Primitives {

  private static final Pattern OID = Pattern.compile("urn:oid:[0-2](?:\\.(?:0|[1-9][0-9]*))+");
  private static final Pattern UUID =
      Pattern.compile("urn:uuid:[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final BigInteger MAX_INTEGER = BigInteger.valueOf(Integer.MAX_VALUE);
  private static final BigInteger MIN_INTEGER = BigInteger.valueOf(Integer.MIN_VALUE);

  private Primitives() {}

  /** Whether the JSON kind (string, number, boolean) is the one of the type. */
  static boolean isKind(String type, JsonNode value) {
    return switch (type) {
      case "boolean" -> value.isBoolean();
      case "integer", "unsignedInt", "positiveInt", "decimal" -> value.isNumber();
      default -> value.isTextual();
    };
  }

  /** Whether a value of the right kind is one of the type. */
  static boolean isValid(String type, JsonNode value) {
    return switch (type) {
      case "boolean", "decimal" -> true;
      case "integer" -> isInteger(value, MIN_INTEGER);
      case "unsignedInt" -> isInteger(value, BigInteger.ZERO);
      case "positiveInt" -> isInteger(value, BigInteger.ONE);
      default -> isValidText(type, value.textValue());
    };
  }

  private static boolean isInteger(JsonNode value, BigInteger least) {
    return value.isIntegralNumber()
        && value.bigIntegerValue().compareTo(least) >= 0
        && value.bigIntegerValue().compareTo(MAX_INTEGER) <= 0;
  }

  private static boolean isValidText(String type, String text) {
    return switch (type) {
      case "code" -> Texts.isCode(text);
      case "id" -> Texts.isId(text);
      case "uri", "url", "canonical" -> Texts.isUri(text);
      case "oid" -> OID.matcher(text).matches();
      case "uuid" -> UUID.matcher(text).matches();
      case "date" -> TimeText.isDate(text);
      case "dateTime" -> TimeText.isDate(text) || TimeText.isInstant(text);
      case "instant" -> TimeText.isInstant(text);
      case "time" -> TimeText.isTime(text);
      case "base64Binary" -> isBase64(text);
      default -> Texts.isString(text);
    };
  }

  private static boolean isBase64(String text) {
    int characters = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter =
          c < 128 && (Character.isLetterOrDigit(c) || c == '+' || c == '/' || c == '=');
      if (letter) {
        characters++;
      } else if (!Character.isWhitespace(c)) {
        return false;
      }
    }
    return characters > 0 && characters % 4 == 0;
  }
}
