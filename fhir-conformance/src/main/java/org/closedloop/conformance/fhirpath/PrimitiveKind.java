package org.closedloop.conformance.fhirpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** The FHIRPath type a FHIR primitive is taken for. */
enum PrimitiveKind {
  BOOLEAN,
  INTEGER,
  DECIMAL,
  DATE_TIME,
  TIME,
  STRING;

  private static final int LARGEST_SCALE = 400;

  static PrimitiveKind of(String type) {
    return switch (type) {
      case "boolean" -> BOOLEAN;
      case "integer", "unsignedInt", "positiveInt" -> INTEGER;
      case "decimal" -> DECIMAL;
      case "date", "dateTime", "instant" -> DATE_TIME;
      case "time" -> TIME;
      default -> STRING;
    };
  }

  /** Its name in the namespace System; a FHIR date counts for Date and, below, for DateTime. */
  String systemName() {
    return switch (this) {
      case BOOLEAN -> "Boolean";
      case INTEGER -> "Integer";
      case DECIMAL -> "Decimal";
      case DATE_TIME -> "DateTime";
      case TIME -> "Time";
      case STRING -> "String";
    };
  }

  /** The value; text when it is not of the kind, which the shape layer reports. */
  Scalar scalar(JsonNode json) {
    return switch (this) {
      case BOOLEAN -> json.isBoolean() ? Scalar.Bool.of(json.booleanValue()) : text(json);
      case INTEGER -> isNumber(json) ? new Scalar.Num(json.decimalValue(), true) : text(json);
      case DECIMAL -> isNumber(json) ? new Scalar.Num(json.decimalValue(), false) : text(json);
      case DATE_TIME -> orText(Moment.dateTime(json.asText()), json);
      case TIME -> orText(Moment.time(json.asText()), json);
      case STRING -> text(json);
    };
  }

  /** Not 1e999999999: a short text that would take gigabytes to compute with. */
  static boolean isNumber(JsonNode json) {
    return json.isNumber() && Math.abs(json.decimalValue().scale()) <= LARGEST_SCALE;
  }

  private static Scalar orText(Optional<Moment> moment, JsonNode json) {
    return moment.isPresent() ? moment.get() : text(json);
  }

  private static Scalar text(JsonNode json) {
    return new Scalar.Text(json.asText());
  }
}
