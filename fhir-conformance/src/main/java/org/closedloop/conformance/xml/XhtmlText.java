package org.closedloop.conformance.xml;

import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Writes the div of a narrative as the text that stands in JSON: one way of writing for each
 * content, so prefixes, CDATA, comments and the kind of quotation mark make no difference. What a
 * narrative may hold is judged later, by a rule.
 */
final class XhtmlText {

  private final XmlCursor cursor;
  private final XMLStreamReader xml;
  private final StringBuilder text = new StringBuilder();

  /** A start tag whose bracket is not written yet, because the element may be empty. */
  private boolean open;

  XhtmlText(XmlCursor cursor) {
    this.cursor = cursor;
    this.xml = cursor.xml();
  }

  /** The div the cursor is in. */
  String read() throws XMLStreamException {
    text.append("<div xmlns=\"http://www.w3.org/1999/xhtml\"");
    attributes();
    open = true;
    content();
    return text.toString();
  }

  /** Everything up to and with the end of the element that was opened last. */
  private void content() throws XMLStreamException {
    String name = xml.getLocalName();
    while (true) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> element();
        case XMLStreamConstants.END_ELEMENT -> {
          close(name);
          return;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            characters(xml.getText());
        case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> {
          // Not part of the narrative.
        }
        default -> throw cursor.foreign();
      }
    }
  }

  private void element() throws XMLStreamException {
    cursor.deeper();
    if (!cursor.isXhtml()) {
      throw cursor.wrongNamespace();
    }
    endStartTag();
    text.append('<').append(xml.getLocalName());
    attributes();
    open = true;
    content();
  }

  private void attributes() throws XMLStreamException {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      text.append(' ').append(attributeName(i)).append("=\"");
      escape(xml.getAttributeValue(i), true);
      text.append('"');
    }
  }

  private String attributeName(int index) throws XMLStreamException {
    String namespace = xml.getAttributeNamespace(index);
    if (namespace == null || namespace.isEmpty()) {
      return xml.getAttributeLocalName(index);
    }
    if (namespace.equals(XMLConstants.XML_NS_URI)) {
      return "xml:" + xml.getAttributeLocalName(index);
    }
    throw cursor.wrongNamespace();
  }

  private void characters(String content) {
    if (!content.isEmpty()) {
      endStartTag();
      escape(content, false);
    }
  }

  private void close(String name) {
    if (open) {
      text.append("/>");
      open = false;
    } else {
      text.append("</").append(name).append('>');
    }
    cursor.shallower();
  }

  private void endStartTag() {
    if (open) {
      text.append('>');
      open = false;
    }
  }

  private void escape(String content, boolean inAttribute) {
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      switch (c) {
        case '&' -> text.append("&amp;");
        case '<' -> text.append("&lt;");
        case '>' -> text.append("&gt;");
        case '"' -> text.append(inAttribute ? "&quot;" : "\"");
        case '\r' -> text.append("&#13;");
        case '\n', '\t' -> text.append(inAttribute ? "&#" + (int) c + ";" : c);
        default -> text.append(c);
      }
    }
  }
}
