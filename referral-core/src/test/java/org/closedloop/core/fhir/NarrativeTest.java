package org.closedloop.core.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NarrativeTest {

  private static String div(String inner) {
    return "<div xmlns=\"http://www.w3.org/1999/xhtml\">" + inner + "</div>";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>plain &amp; &nbsp; &#169; text</p>",
        "<table class=\"t\"><tr><td colspan='2'>x</td></tr></table>",
        "a > b <br/> c<br />",
        "<a href=\"https://example.org/x?a=1&amp;b=2\">x</a>",
        "<a href=\"#here\">x</a><a name=\"here\">y</a>",
        "<p style=\"text-align: left\">x</p>",
        "<img src=\"data:image/png;base64,YWJj\" alt=\"x\"/>",
        "x<!-- a comment -->",
      })
  void shouldAccept(String inner) {
    assertThat(Narrative.problem(div(inner))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>x</script>",
        "<SCRIPT>x</SCRIPT>",
        "<iframe src=\"https://example.org\">x</iframe>",
        "<form action=\"x\">x</form>",
        "<object data=\"x\">x</object>",
        "<svg onload=\"x\">x</svg>",
        "<style>x</style>",
        "<p onclick=\"x()\">x</p>",
        "<p OnClick=\"x()\">x</p>",
        "<a href=\"javascript:x()\">x</a>",
        "<a href=\" java&#115;cript:x()\">x</a>",
        "<a href=\"java&#x0A;script:x()\">x</a>",
        "<a href=\"javascript&colon;x()\">x</a>",
        "<a href=\"vbscript:x\">x</a>",
        "<a href=\"data:text/html,x\">x</a>",
        "<a xlink:href=\"javascript:x()\">x</a>",
        "<img src=\"file:///etc/x\" alt=\"x\"/>",
        "<p style=\"background:url(https://example.org)\">x</p>",
        "<p>x",
        "<p>x</b>",
        "<p class=x>x</p>",
        "<p class=\"a\" class=\"b\">x</p>",
        "a & b",
        "a < b",
        "</div><div>",
        "",
        "  ",
        "<p/>",
      })
  void shouldFindAProblem(String inner) {
    assertThat(Narrative.problem(div(inner))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text",
        "<p>x</p>",
        "<div>x</div><div>y</div>",
        "<!DOCTYPE x [<!ENTITY a \"b\">]>",
        "<div>x</div> y",
      })
  void shouldWantOneDiv(String narrative) {
    assertThat(Narrative.problem(narrative)).isPresent();
  }

  @Test
  void shouldSanitiseToPlainFormatting() {
    String source =
        div(
            "<!-- c --><p class='k' id=\"i\" style=\"color:red\" onclick=\"x()\">A &lt; B</p>"
                + "<a href=\"https://example.org\">link</a><img src=\"https://example.org/i\"/>"
                + "<script>s()</script><object><p>in</p></object><h1 lang='say \"x\"'>H</h1>"
                + "<p lang='es-MX'>hola</p>");
    assertThat(Narrative.sanitise(source))
        .contains(div("<p>A &lt; B</p>link<h1>H</h1><p lang=\"es-MX\">hola</p>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p class='k'>A &lt; B</p>",
        "x<a href='https://example.org'><b>y</b></a><img src='x'/>",
        "<div class='a'>&nbsp;<div>x</div></div>",
      })
  void shouldChangeNothingTheSecondTime(String inner) {
    String once = Narrative.sanitise(div(inner)).orElseThrow();
    assertThat(Narrative.sanitise(once)).contains(once);
    assertThat(Narrative.problem(once)).isEmpty();
  }

  @Test
  void shouldLeaveNothingOfWhatIsNotWellFormedOrHasNoText() {
    assertThat(Narrative.sanitise(div("<p>x"))).isEmpty();
    assertThat(Narrative.sanitise(div("<script>x</script>"))).isEmpty();
  }
}
