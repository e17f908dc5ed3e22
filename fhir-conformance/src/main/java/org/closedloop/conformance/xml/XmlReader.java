package org.closedloop.conformance.xml;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.closedloop.conformance.shape.R4Model;
import org.closedloop.core.fhir.BodyBytes;
import org.closedloop.core.fhir.FhirReader;
import org.closedloop.core.fhir.FhirTree;
import org.closedloop.core.fhir.Reading;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Refusal;

/**
 * Reads bytes strictly as FHIR XML, under the limits of {@link FhirReader}, into what the JSON twin
 * would have become. Fetches and expands nothing: a document type is refused, and with it every
 * entity that XML itself does not have.
 */
public final class XmlReader {

  private static final XMLInputFactory PARSERS = parsers();
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private XmlReader() {}

  /** Reads a body; see the class, and {@link Reading} for the statuses of refusals. */
  public static Reading read(byte[] body) {
    Optional<Refusal> bytes = BodyBytes.refusal(body);
    if (bytes.isPresent()) {
      return new Reading.Unreadable(bytes.get());
    }
    try {
      return parse(new String(body, StandardCharsets.UTF_8));
    } catch (Unreadable e) {
      return refused(400, e.finding());
    } catch (XMLStreamException e) {
      return refused(400, XmlFindings.syntax(where(e.getLocation())));
    }
  }

  /** A place in the body in words, for a finding; empty when it is not known. */
  static String where(Location location) {
    return location == null || location.getLineNumber() < 0
        ? ""
        : " (line " + location.getLineNumber() + ", column " + location.getColumnNumber() + ")";
  }

  private static Reading parse(String text) throws XMLStreamException {
    String document = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    XMLStreamReader xml = PARSERS.createXMLStreamReader(new StringReader(document));
    judgeDeclaration(xml);
    XmlCursor cursor = new XmlCursor(xml);
    cursor.nextChild();
    TreeBuilder builder = new TreeBuilder(R4Model.shared(), cursor);
    ObjectNode root = builder.root();
    cursor.finish();
    return builder.findings().isEmpty()
        ? asJson(root)
        : new Reading.Unreadable(new Refusal(422, builder.findings()));
  }

  private static void judgeDeclaration(XMLStreamReader xml) throws XMLStreamException {
    String encoding = xml.getCharacterEncodingScheme();
    if (encoding != null && !encoding.equalsIgnoreCase("UTF-8")) {
      throw new Unreadable(XmlFindings.encoding());
    }
    if (xml.getVersion() != null && !xml.getVersion().equals("1.0")) {
      throw new Unreadable(XmlFindings.syntax(""));
    }
  }

  /** From here on it is JSON like any other: the same limits, the same tree. */
  private static Reading asJson(ObjectNode root) {
    byte[] json = FhirTree.written(root).bytes();
    return json.length > FhirReader.MAX_BYTES
        ? refused(413, XmlFindings.size())
        : FhirReader.read(json);
  }

  private static Reading refused(int status, Finding finding) {
    return new Reading.Unreadable(Refusal.of(status, finding));
  }

  private static XMLInputFactory parsers() {
    // The JDK's own, whatever else lies on the class path: these settings were tried with it.
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    // Some JDKs have a limit of their own; ours comes first, so that the finding names it.
    factory.setProperty("jdk.xml.maxElementDepth", 2 * XmlCursor.MAX_DEPTH);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("nothing is fetched");
        });
    return factory;
  }
}
