package org.closedloop.conformance.fhirpath;

import org.closedloop.conformance.fhirpath.Scalar.Text;

/** The variables FHIR defines for its expressions. */
final class Variables {

  private static final String BASE = "http://hl7.org/fhir/";

  private Variables() {}

  static Part of(String quoted, Words words) {
    String name = quoted.replace("`", "").replace("'", "");
    return switch (name) {
      case "context" -> Part.input((input, run) -> run.focus().context());
      case "resource" -> Part.resource((input, run) -> run.focus().resource());
      case "rootResource" -> Part.resource((input, run) -> run.focus().rootResource());
      case "ucum" -> Part.constant(new Text("http://unitsofmeasure.org"));
      case "sct" -> Part.constant(new Text("http://snomed.info/sct"));
      case "loinc" -> Part.constant(new Text("http://loinc.org"));
      default -> url(name, words);
    };
  }

  private static Part url(String name, Words words) {
    if (name.startsWith("vs-")) {
      return Part.constant(new Text(BASE + "ValueSet/" + name.substring(3)));
    }
    if (name.startsWith("ext-")) {
      return Part.constant(new Text(BASE + "StructureDefinition/" + name.substring(4)));
    }
    return words.refuse("the variable %" + name + " is not supported");
  }
}
