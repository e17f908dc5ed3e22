package org.closedloop.core.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NarrativeTextTest {

  @Test
  void breaksLinesWhereTheReaderSeesThem() {
    assertThat(
            NarrativeText.lines(
                "<div><h2>Summary</h2><p>Came to <b>all</b>\n  sessions.<br/>Lost 3&#160;kg &amp;"
                    + " more.</p><ul><li>one</li><li>two</li></ul></div>"))
        .containsExactly("Summary", "Came to all sessions.", "Lost 3 kg & more.", "one", "two");
  }

  @Test
  void keepsCellsOfARowTogether() {
    assertThat(
            NarrativeText.lines(
                "<div><table><tr><th>Weight</th><td>80 kg</td></tr><tr><td>BMI</td><td>27</td></tr>"
                    + "</table></div>"))
        .containsExactly("Weight · 80 kg", "BMI · 27");
  }

  @Test
  void neverMakesMarkupOfWords() {
    assertThat(NarrativeText.lines("<div>&lt;script&gt; &#0; &unknown;</div>"))
        .containsExactly("<script>");
    assertThat(NarrativeText.lines("<div><p>not closed</div>")).isEmpty();
  }
}
