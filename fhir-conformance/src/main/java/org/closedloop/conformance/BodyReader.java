package org.closedloop.conformance;

import org.closedloop.conformance.xml.XmlReader;
import org.closedloop.core.fhir.FhirFormat;
import org.closedloop.core.fhir.FhirReader;
import org.closedloop.core.fhir.Reading;

/** Reads a body of any format FHIR is written in; what comes out is the same tree for all. */
public final class BodyReader {

  private BodyReader() {}

  /** Reads strictly, see {@link FhirReader} and {@link XmlReader}. */
  public static Reading read(byte[] body, FhirFormat format) {
    return switch (format) {
      case JSON -> FhirReader.read(body);
      case XML -> XmlReader.read(body);
    };
  }
}
