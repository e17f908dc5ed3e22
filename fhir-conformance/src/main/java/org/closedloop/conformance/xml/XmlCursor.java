package org.closedloop.conformance.xml;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Walks from element to element of FHIR XML. Comments, processing instructions and white space
 * between elements mean nothing and are passed over; anything else that is no element is refused.
 */
final class XmlCursor {

  static final int MAX_DEPTH = 100;

  private static final String FHIR = "http://hl7.org/fhir";
  private static final String XHTML = "http://www.w3.org/1999/xhtml";
  private static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

  /** An attribute: FHIR has none in a namespace. */
  record Attribute(String name, String value) {}

  private final XMLStreamReader xml;
  private int depth;

  /** A cursor before the root. */
  XmlCursor(XMLStreamReader xml) {
    this.xml = xml;
  }

  /**
   * Enters the next child of the element the cursor is in (at the beginning: the root).
   *
   * @return false when there is none; the cursor then has left the element
   */
  boolean nextChild() throws XMLStreamException {
    while (true) {
      int event = xml.next();
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> {
          enter();
          return true;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          return false;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (!xml.isWhiteSpace()) {
            throw new Unreadable(XmlFindings.text(where()));
          }
        }
        default -> passOver(event);
      }
    }
  }

  private void enter() throws XMLStreamException {
    deeper();
    String namespace = xml.getNamespaceURI();
    boolean known = FHIR.equals(namespace) || (XHTML.equals(namespace) && name().equals("div"));
    if (!known) {
      throw wrongNamespace();
    }
  }

  private void passOver(int event) throws XMLStreamException {
    switch (event) {
      case XMLStreamConstants.COMMENT,
          XMLStreamConstants.PROCESSING_INSTRUCTION,
          XMLStreamConstants.SPACE -> {
        // Not part of the resource.
      }
      default -> throw new Unreadable(XmlFindings.doctype(where()));
    }
  }

  /** Leaves the element the cursor is in, with all that is in it. */
  void skip() throws XMLStreamException {
    if (isXhtml()) {
      xhtml();
    } else {
      while (nextChild()) {
        skip();
      }
    }
  }

  /** The narrative the cursor is in, as text; the cursor then has left it. */
  String xhtml() throws XMLStreamException {
    return new XhtmlText(this).read();
  }

  /** Reads to the end of the document; the cursor has left the root. */
  void finish() throws XMLStreamException {
    while (xml.hasNext()) {
      int event = xml.next();
      if (event != XMLStreamConstants.END_DOCUMENT && event != XMLStreamConstants.CHARACTERS) {
        passOver(event);
      }
    }
  }

  String name() {
    return xml.getLocalName();
  }

  boolean isXhtml() {
    return XHTML.equals(xml.getNamespaceURI());
  }

  int attributes() {
    return xml.getAttributeCount();
  }

  /** An attribute by position; null for one that says where a schema is, which nobody asks. */
  Attribute attribute(int index) throws XMLStreamException {
    String namespace = xml.getAttributeNamespace(index);
    if (SCHEMA_INSTANCE.equals(namespace)
        && xml.getAttributeLocalName(index).equals("schemaLocation")) {
      return null;
    }
    if (namespace != null && !namespace.isEmpty()) {
      throw wrongNamespace();
    }
    return new Attribute(xml.getAttributeLocalName(index), xml.getAttributeValue(index));
  }

  /** The parser itself, for the narrative. */
  XMLStreamReader xml() {
    return xml;
  }

  void deeper() throws XMLStreamException {
    depth++;
    if (depth > MAX_DEPTH) {
      throw new Unreadable(XmlFindings.depth(MAX_DEPTH));
    }
  }

  void shallower() {
    depth--;
  }

  Unreadable wrongNamespace() {
    return new Unreadable(XmlFindings.namespace(where()));
  }

  Unreadable foreign() {
    return new Unreadable(XmlFindings.doctype(where()));
  }

  private String where() {
    return XmlReader.where(xml.getLocation());
  }
}
