package org.closedloop.conformance;

import org.closedloop.conformance.xml.XmlReader;
import org.closedloop.core.fhir.FhirFormat;
import org.closedloop.core.fhir.FhirReader;
import org.closedloop.core.fhir.Reading;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Refusal;

/** Reads a body of any format FHIR is written in; what comes out is the same tree for all. */
public final class BodyReader {

  private BodyReader() {}

  /** Reads strictly, see {@link FhirReader} and {@link XmlReader}; over 1 MiB is 413. */
  public static Reading read(byte[] body, FhirFormat format) {
    if (body.length > FhirReader.MAX_BYTES) {
      return new Reading.Unreadable(Refusal.of(413, tooLarge()));
    }
    return switch (format) {
      case JSON -> FhirReader.read(body);
      case XML -> XmlReader.read(body);
    };
  }

  private static Finding tooLarge() {
    return Finding.error(
        "body-size", "too-long", "", "The body is larger than 1 MiB; send only what is needed.");
  }
}
