package org.closedloop.conformance.xml;

import org.closedloop.conformance.shape.Path;
import org.closedloop.core.outcome.Finding;

/** The words for what is wrong with XML before anybody asks for its FHIR content. */
final class XmlFindings {

  private XmlFindings() {}

  static Finding syntax(String where) {
    return unreadable(
        "body-xml", "The body is not well-formed XML 1.0" + where + "; correct the syntax.");
  }

  static Finding doctype(String where) {
    return unreadable(
        "body-doctype",
        "The XML has a document type declaration or an entity of its own"
            + where
            + "; FHIR XML has neither, remove it.");
  }

  static Finding encoding() {
    return unreadable(
        "body-utf8", "The XML declares another encoding than UTF-8; encode and declare it so.");
  }

  static Finding namespace(String where) {
    return unreadable(
        "xml-namespace",
        "An element or attribute is of a namespace that does not belong there"
            + where
            + "; FHIR XML has http://hl7.org/fhir for elements, http://www.w3.org/1999/xhtml for"
            + " the div of a narrative, and none for attributes.");
  }

  static Finding text(String where) {
    return unreadable(
        "xml-text",
        "There is text between elements"
            + where
            + "; FHIR XML has values in the attribute value, and text only in a narrative's div.");
  }

  static Finding depth(int most) {
    return unreadable(
        "body-depth", "The body is nested deeper than " + most + " levels; flatten it.");
  }

  static Finding size() {
    return Finding.error(
        "body-size", "too-long", "", "The body is larger than 1 MiB as JSON; send less.");
  }

  static Finding unknownAttribute(Path path) {
    return structure(
        "xml-attribute",
        path,
        "This element has an attribute that FHIR XML does not give it; attributes are value (of a"
            + " primitive), id (of an element, not of a resource) and url (of an extension).");
  }

  static Finding attributeExpected(Path path) {
    return structure(
        "xml-attribute",
        path,
        "This is an attribute in FHIR XML; move it into the start tag of the element around it.");
  }

  static Finding oneResource(Path path) {
    return structure(
        "xml-one-resource",
        path,
        "This element holds more than one resource; give each an element of its own.");
  }

  private static Finding structure(String ruleId, Path path, String text) {
    return Finding.error(ruleId, "structure", path.toString(), text);
  }

  private static Finding unreadable(String ruleId, String text) {
    return Finding.error(ruleId, "structure", "", text);
  }
}
