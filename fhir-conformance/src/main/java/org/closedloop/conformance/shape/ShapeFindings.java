package org.closedloop.conformance.shape;

import java.util.Set;
import java.util.regex.Pattern;
import org.closedloop.core.outcome.Finding;

/** The words for what R4 does not allow. None quotes a value of the message. */
final class ShapeFindings {

  /** What looks like the name of an element may be named; anything else could be content. */
  private static final Pattern NAME = Pattern.compile("_?[a-z][A-Za-z]{0,31}");

  private ShapeFindings() {}

  static Finding resourceType(Path path) {
    return Finding.error(
        StrictShape.RESOURCE_TYPE,
        "structure",
        path.toString(),
        "The resource has no resourceType, or one that R4 does not know; name its type.");
  }

  static Finding unknownElement(Path parent, String type, String name) {
    boolean nameable = NAME.matcher(name).matches();
    String expression = nameable ? parent + "." + name : parent.toString();
    String which = nameable ? "an element '" + name + "'" : "one of the elements sent here";
    return error(
        "shape-unknown-element",
        expression,
        type + " does not have " + which + " in FHIR R4; correct its name or remove it.");
  }

  static Finding required(Path parent, String type, String element) {
    return Finding.error(
        "shape-required",
        "required",
        parent + "." + element,
        type + "." + element + " is missing; R4 demands it.");
  }

  static Finding doubled(Path parent, String element) {
    return error(
        "shape-cardinality",
        parent + "." + element,
        "Only one of the types of " + element + "[x] may be sent; keep one.");
  }

  static Finding arrayExpected(Path path) {
    return error("shape-array", path.toString(), "This element is an array in JSON; send [ … ].");
  }

  static Finding singleExpected(Path path) {
    return error(
        "shape-array",
        path.toString(),
        "This element may be there only once; send one, in JSON without [ ].");
  }

  static Finding empty(Path path) {
    return error(
        "shape-empty",
        path.toString(),
        "FHIR has no empty elements, in JSON no null, [ ], { } or empty text; give it a value or"
            + " leave it out.");
  }

  static Finding objectExpected(Path path) {
    return error("shape-kind", path.toString(), "This element is an object; send { … }.");
  }

  static Finding kind(Path path, String type) {
    return error(
        "shape-kind",
        path.toString(),
        "This element is of type " + type + "; send " + ValueHints.kind(type) + ".");
  }

  static Finding value(Path path, String type) {
    return Finding.error(
        "shape-value",
        "value",
        path.toString(),
        "The value is not a valid "
            + type
            + " of FHIR R4 ("
            + ValueHints.form(type)
            + "); correct it.");
  }

  static Finding code(Path path, Set<String> codes) {
    return Finding.error(
        "shape-code",
        "code-invalid",
        path.toString(),
        "The code is not one of those R4 allows here, written exactly so: "
            + ValueHints.codes(codes)
            + ".");
  }

  static Finding relative(Path path) {
    return Finding.error(
        "shape-absolute",
        "value",
        path.toString(),
        "This is an absolute URI, for instance http://… or urn:…; send it with its scheme.");
  }

  static Finding siblings(Path path) {
    return error(
        "shape-array",
        path.toString(),
        "The array with an underscore must be as long as the one it accompanies.");
  }

  private static Finding error(String ruleId, String expression, String text) {
    return Finding.error(ruleId, "structure", expression, text);
  }
}
