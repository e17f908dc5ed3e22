package org.closedloop.conformance.xml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.closedloop.conformance.shape.R4Model;
import org.closedloop.conformance.shape.StrictShape;
import org.closedloop.core.fhir.FhirReader;
import org.closedloop.core.fhir.Reading;
import org.closedloop.core.outcome.Finding;
import org.closedloop.core.outcome.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlReaderTest {

  private static final StrictShape SHAPE = new StrictShape(R4Model.shared());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<Patient xmlns='http://hl7.org/fhir'> | body-xml",
        "<Patient xmlns='http://hl7.org/fhir'/><Patient xmlns='http://hl7.org/fhir'/> | body-xml",
        "<Patient xmlns='http://hl7.org/fhir'><active value='true' value='false'/></Patient>"
            + " | body-xml",
        "<Patient xmlns='http://hl7.org/fhir'><active value='&nbsp;'/></Patient> | body-xml",
        "<Patient xmlns='http://hl7.org/fhir'><active value='&#0;'/></Patient> | body-xml",
        "<Patient xmlns='http://hl7.org/fhir'><id value='&#xD800;'/></Patient> | body-xml",
        "<?xml version='1.1'?><Patient xmlns='http://hl7.org/fhir'/> | body-xml",
        "<?xml version='1.0' encoding='ISO-8859-1'?><Patient xmlns='http://hl7.org/fhir'/>"
            + " | body-utf8",
        "hello | body-xml",
        "<!DOCTYPE Patient><Patient xmlns='http://hl7.org/fhir'/> | body-doctype",
        "<!DOCTYPE Patient SYSTEM 'http://127.0.0.1:1/x.dtd'><Patient xmlns='http://hl7.org/fhir'/>"
            + " | body-doctype",
        "<Patient/> | xml-namespace",
        "<Patient xmlns='http://hl7.org/fhi'/> | xml-namespace",
        "<div xmlns='http://www.w3.org/1999/xhtml'/> | xml-namespace",
        "<Patient xmlns='http://hl7.org/fhir'><text><status value='empty'/><div/></text></Patient>"
            + " | xml-namespace",
        "<Patient xmlns='http://hl7.org/fhir' xml:lang='en'/> | xml-namespace",
        "<Patient xmlns='http://hl7.org/fhir' xmlns:a='urn:a' a:b='c'/> | xml-namespace",
        "<Patient xmlns='http://hl7.org/fhir'><a xmlns='urn:a'/></Patient> | xml-namespace",
        "<Patient xmlns='http://hl7.org/fhir'><xi:include"
            + " xmlns:xi='http://www.w3.org/2001/XInclude' href='/etc/hostname'/></Patient>"
            + " | xml-namespace",
        "<Patient xmlns='http://hl7.org/fhir'><text><div xmlns='http://www.w3.org/1999/xhtml'><svg"
            + " xmlns='http://www.w3.org/2000/svg'/></div></text></Patient> | xml-namespace",
        "<Patient xmlns='http://hl7.org/fhir'>male</Patient> | xml-text",
        "<Patient xmlns='http://hl7.org/fhir'><gender>male</gender></Patient> | xml-text",
        "<Patient xmlns='http://hl7.org/fhir'><gender><![CDATA[male]]></gender></Patient>"
            + " | xml-text",
        "<Patient xmlns='http://hl7.org/fhir'><foo>male</foo></Patient> | xml-text",
      })
  void shouldNotReadWhatIsNoFhirXml(String xml, String ruleId) {
    Refusal refusal = refusal(bytes(xml));
    assertThat(refusal.httpStatus()).isEqualTo(400);
    assertThat(refusal.ruleIds()).containsExactly(ruleId);
  }

  @Test
  void shouldNotExpandEntities() {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE Patient [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      laughs.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
    }
    laughs.append("]><Patient xmlns='http://hl7.org/fhir'><id value='&a29;'/></Patient>");
    assertThat(refusal(bytes(laughs.toString())).ruleIds()).containsExactly("body-doctype");
  }

  @Test
  void shouldFetchNothing(@TempDir Path folder) throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "CANARY");
    for (String entity : List.of("SYSTEM '%s'", "PUBLIC 'x' '%s'")) {
      String declared = entity.formatted(secret.toUri());
      Refusal refusal =
          refusal(
              bytes(
                  "<!DOCTYPE Patient [<!ENTITY x "
                      + declared
                      + ">]><Patient xmlns='http://hl7.org/fhir'><id value='&x;'/></Patient>"));
      assertThat(refusal.ruleIds()).containsExactly("body-doctype");
      assertThat(refusal.toString()).doesNotContain("CANARY").doesNotContain("secret");
    }
  }

  @Test
  void shouldKeepTheLimitsOfJson() {
    assertThat(refusal(bytes(nested(XmlCursor.MAX_DEPTH))).ruleIds()).containsExactly("body-depth");
    assertThat(refusal(bytes(nested(60))).ruleIds()).containsExactly("body-depth");
    assertThat(XmlReader.read(bytes(nested(30)))).isInstanceOf(Reading.Readable.class);
    assertThat(refusal(new byte[0]).ruleIds()).containsExactly("body-empty");
    byte[] latin = patient("<id value='é'/>").getBytes(ISO_8859_1);
    assertThat(refusal(latin).ruleIds()).containsExactly("body-utf8");
    assertThat(refusal(patient("").getBytes(UTF_16)).ruleIds()).containsExactly("body-utf8");
  }

  @Test
  void shouldMeasureTheJsonOfAnAttributeThatGrows() {
    byte[] xml = bytes(patient("<id value='" + "\"".repeat(700_000) + "'/>"));
    assertThat(xml.length).isLessThan(FhirReader.MAX_BYTES);
    Refusal refusal = refusal(xml);
    assertThat(refusal.httpStatus()).isEqualTo(413);
    assertThat(refusal.ruleIds()).containsExactly("body-size");
  }

  @Test
  void shouldRefuseAnElementWithVeryManyAttributes() {
    StringBuilder many = new StringBuilder("<Patient xmlns='http://hl7.org/fhir'");
    for (int i = 0; i < 50_000; i++) {
      many.append(" a").append(i).append("=''");
    }
    Refusal refusal = refusal(bytes(many.append("/>").toString()));
    assertThat(refusal.httpStatus()).isBetween(400, 422);
    assertThat(refusal.findings().size()).isLessThanOrEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<?xml version='1.0' encoding='utf-8'?><?xml-stylesheet href='http://127.0.0.1:1/x'?>"
            + "<!-- c --><Patient xmlns='http://hl7.org/fhir'><!-- <gender value='male'/> -->"
            + "<?x y?>\n <active value='true'/></Patient><!-- d -->",
        "\uFEFF<f:Patient xmlns:f='http://hl7.org/fhir'><f:active value='true'/></f:Patient>",
        "<Patient xmlns='http://hl7.org/fhir' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
            + " xsi:schemaLocation='http://hl7.org/fhir x.xsd'><active value='true'/></Patient>",
      })
  void shouldPassOverWhatMeansNothing(String xml) {
    assertThat(json(xml)).isEqualTo("{\"resourceType\":\"Patient\",\"active\":true}");
  }

  @Test
  void shouldWriteANarrativeInOneWay() {
    String one =
        "<h:div xmlns:h='http://www.w3.org/1999/xhtml'><h:p title='a&#10;b\"'>1<![CDATA[ < & ]]>2"
            + "<!-- c --></h:p><h:br></h:br></h:div>";
    assertThat(json("<Patient xmlns='http://hl7.org/fhir'><text>" + one + "</text></Patient>"))
        .isEqualTo(
            "{\"resourceType\":\"Patient\",\"text\":{\"div\":\"<div"
                + " xmlns=\\\"http://www.w3.org/1999/xhtml\\\"><p title=\\\"a&#10;b&quot;\\\">1"
                + " &lt; &amp; 2</p><br/></div>\"}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<nmae value='x'/> | shape-unknown-element | Patient.nmae",
        "<resourceType value='x'/> | shape-unknown-element | Patient._resourceType",
        "<_birthDate><id value='x'/></_birthDate> | shape-unknown-element | Patient",
        "<gender value='male'><foo/></gender> | shape-unknown-element | Patient.gender.foo",
        "<gender value='male'/><gender value='male'/> | shape-array | Patient.gender",
        "<maritalStatus><text value='x'/></maritalStatus><maritalStatus><text value='x'/>"
            + "</maritalStatus> | shape-array | Patient.maritalStatus",
        "<gender/> | shape-empty | Patient.gender",
        "<gender value=''/> | shape-code | Patient.gender",
        "<name/> | shape-empty | Patient.name[0]",
        "<name><given value='a'/><given/></name> | shape-empty | Patient.name[0].given[1]",
        "<active value='yes'/> | shape-kind | Patient.active",
        "<multipleBirthInteger value='1.5'/> | shape-kind"
            + " | Patient.multipleBirth.ofType(integer)",
        "<multipleBirthInteger value='+1'/> | shape-kind | Patient.multipleBirth.ofType(integer)",
        "<birthDate value='1970-02-30'/> | shape-value | Patient.birthDate",
        "<extension><valueString value='x'/></extension> | shape-required"
            + " | Patient.extension[0].url",
        "<contained><Foo/></contained> | resource-type | Patient.contained[0]",
        "<contained/> | shape-empty | Patient.contained[0]",
      })
  void shouldLeaveFaultsOfContentToTheShape(String members, String ruleId, String expression) {
    Reading.Readable read = (Reading.Readable) XmlReader.read(bytes(patient(members)));
    assertThat(SHAPE.check(read.tree().root()).findings())
        .extracting(Finding::ruleId, Finding::expression)
        .containsExactly(tuple(ruleId, expression));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<gender value='male' code='x'/> | xml-attribute | Patient.gender",
        "<name value='x'/> | xml-attribute | Patient.name[0]",
        "<name><id value='x'/></name> | xml-attribute | Patient.name[0].id",
        "<extension><url value='x'/></extension> | xml-attribute | Patient.extension[0].url",
        "<name url='x'/> | xml-attribute | Patient.name[0]",
        "<contained id='x'><Basic/></contained> | xml-attribute | Patient.contained[0]",
        "<contained><Basic id='x'/></contained> | xml-attribute | Patient.contained[0]",
        "<contained><Basic/><Basic/></contained> | xml-one-resource | Patient.contained[0]",
      })
  void shouldFindWhatJsonCannotSay(String members, String ruleId, String expression) {
    Refusal refusal = refusal(bytes(patient(members)));
    assertThat(refusal.httpStatus()).isEqualTo(422);
    assertThat(refusal.findings())
        .extracting(Finding::ruleId, Finding::expression)
        .containsExactly(tuple(ruleId, expression));
  }

  @Test
  void shouldTellTheLineAndNothingOfTheContent() {
    Refusal refusal = refusal(bytes(patient("\n<name>\nCANARY</name>")));
    assertThat(refusal.findings().get(0).text()).contains("line 3").doesNotContain("CANARY");
  }

  private static String patient(String members) {
    return "<Patient xmlns='http://hl7.org/fhir'>" + members + "</Patient>";
  }

  /** Parameters in which every part has a part. */
  private static String nested(int levels) {
    return "<Parameters xmlns='http://hl7.org/fhir'>"
        + "<parameter><name value='x'/>"
        + "<part><name value='x'/>".repeat(levels)
        + "</part>".repeat(levels)
        + "</parameter></Parameters>";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static String json(String xml) {
    return switch (XmlReader.read(bytes(xml))) {
      case Reading.Readable readable -> new String(readable.tree().bytes(), UTF_8);
      case Reading.Unreadable(Refusal refusal) -> throw new AssertionError(refusal.toString());
    };
  }

  private static Refusal refusal(byte[] xml) {
    return switch (XmlReader.read(xml)) {
      case Reading.Readable readable -> throw new AssertionError("was read");
      case Reading.Unreadable(Refusal refusal) -> refusal;
    };
  }
}
