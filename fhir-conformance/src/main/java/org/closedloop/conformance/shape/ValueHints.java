package org.closedloop.conformance.shape;

import java.util.Set;
import java.util.TreeSet;

/** What a value of a primitive type looks like, for people who sent another. */
final class ValueHints {

  private static final int MOST_CODES = 20;

  private ValueHints() {}

  /** How the type is written, to follow "a valid … of FHIR R4". */
  static String form(String type) {
    return switch (type) {
      case "date" -> "YYYY, YYYY-MM or YYYY-MM-DD, a day that exists";
      case "dateTime" -> "YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDThh:mm:ss with a time zone";
      case "instant" -> "YYYY-MM-DDThh:mm:ss with a time zone, such as Z or +01:00";
      case "time" -> "hh:mm:ss";
      case "id" -> "1 to 64 letters, digits, hyphens and dots";
      case "uri", "url", "canonical" -> "not empty and without spaces";
      case "oid" -> "urn:oid: and numbers with dots";
      case "uuid" -> "urn:uuid: and a UUID";
      case "code" -> "not empty, no space at the ends, none doubled";
      case "base64Binary" -> "base64, a multiple of 4 characters";
      case "unsignedInt" -> "a whole number from 0 to 2147483647";
      case "positiveInt" -> "a whole number from 1 to 2147483647";
      case "integer" -> "a whole number of at most 32 bits";
      default -> "not blank, without control characters";
    };
  }

  /** The JSON kind of the type, to follow "send". */
  static String kind(String type) {
    return switch (type) {
      case "boolean" -> "true or false, in JSON without quotation marks";
      case "integer", "unsignedInt", "positiveInt" ->
          "a whole number, in JSON without quotation marks";
      case "decimal" -> "a number, in JSON without quotation marks";
      default -> "a text, in JSON in quotation marks";
    };
  }

  /** The codes, sorted; not all where there are many. */
  static String codes(Set<String> codes) {
    String first = String.join(", ", new TreeSet<>(codes).stream().limit(MOST_CODES).toList());
    return codes.size() > MOST_CODES ? first + " and others" : first;
  }
}
