package org.closedloop.conformance.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;

/** The data file says what HL7's definitions say, as HAPI ships them. */
class R4InvariantFileTest {

  private static final String FOLDER = "/org/hl7/fhir/r4/model/profile/";
  private static final String SIMPLE = "http://hl7.org/fhir/StructureDefinition/SimpleQuantity";

  @Test
  void shouldHaveAllErrorsOfTheDefinitionsAndNoOthers() throws Exception {
    List<R4Invariant> published = new ArrayList<>();
    read("profiles-types.xml", published);
    read("profiles-resources.xml", published);
    assertThat(published).hasSizeGreaterThan(250);
    assertThat(R4InvariantFile.read()).containsExactlyInAnyOrderElementsOf(published);
  }

  private static void read(String file, List<R4Invariant> into)
      throws IOException, XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    try (InputStream stream = R4InvariantFileTest.class.getResourceAsStream(FOLDER + file)) {
      XMLStreamReader xml = factory.createXMLStreamReader(stream);
      Definition definition = new Definition(into);
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamReader.START_ELEMENT) {
          definition.open(xml.getLocalName(), xml.getAttributeValue(null, "value"));
        } else if (event == XMLStreamReader.END_ELEMENT) {
          definition.close(xml.getLocalName());
        }
      }
    }
  }

  /** Follows the elements of one StructureDefinition after the other. */
  private static final class Definition {
    private final List<R4Invariant> into;
    private final List<R4Invariant> open = new ArrayList<>();
    private boolean differential;
    private boolean profile;
    private boolean inConstraint;
    private boolean inType;
    private String path;
    private String key;
    private String severity;
    private String expression;
    private String human;

    Definition(List<R4Invariant> into) {
      this.into = into;
    }

    void open(String name, String value) {
      switch (name) {
        case "differential" -> differential = true;
        case "path" -> path = inConstraint ? path : value;
        case "constraint" -> inConstraint = true;
        case "type" -> inType = value == null;
        case "key" -> key = value;
        case "severity" -> severity = value;
        case "expression" -> expression = value;
        case "human" -> human = value.strip();
        case "profile" -> simple(value);
        case "derivation" -> profile = value.equals("constraint");
        default -> {
          // says nothing of invariants
        }
      }
    }

    private void simple(String profile) {
      if (inType && differential && SIMPLE.equals(profile)) {
        open.add(
            new R4Invariant(
                "sqty-1",
                path,
                "Quantity",
                "comparator.empty()",
                "The comparator is not used on a SimpleQuantity"));
      }
    }

    void close(String name) {
      switch (name) {
        case "type" -> inType = false;
        case "constraint" -> {
          if (differential && "error".equals(severity)) {
            open.add(new R4Invariant(key, path, null, expression, human));
          }
          inConstraint = false;
        }
        case "differential" -> differential = false;
        case "StructureDefinition" -> {
          // Profiles such as SimpleQuantity constrain a type at the places that name them.
          if (!profile) {
            into.addAll(open);
          }
          open.clear();
        }
        default -> {
          // says nothing of invariants
        }
      }
    }
  }
}
