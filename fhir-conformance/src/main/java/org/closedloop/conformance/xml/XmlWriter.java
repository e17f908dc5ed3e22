package org.closedloop.conformance.xml;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.nio.charset.StandardCharsets;

/** Writes what the hub holds as JSON in XML, by HAPI's encoder; nothing is added or left out. */
public final class XmlWriter {

  private XmlWriter() {}

  /**
   * The same resource as XML.
   *
   * @param json a resource of R4: one the hub wrote, or one that passed the gate
   */
  public static byte[] write(byte[] json) {
    FhirContext context = FhirContext.forR4Cached();
    IParser reader = exact(context.newJsonParser());
    IParser writer = exact(context.newXmlParser());
    return writer
        .encodeResourceToString(reader.parseResource(new String(json, StandardCharsets.UTF_8)))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** HAPI helps servers by rewriting ids and references; a message must stay as it is. */
  private static IParser exact(IParser parser) {
    parser.setParserErrorHandler(new StrictErrorHandler());
    parser.setOverrideResourceIdWithBundleEntryFullUrl(false);
    parser.setStripVersionsFromReferences(false);
    return parser;
  }
}
