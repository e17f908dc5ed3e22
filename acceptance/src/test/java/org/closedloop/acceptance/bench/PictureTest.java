package org.closedloop.acceptance.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class PictureTest {

  @Test
  void isWellFormedWithAndWithoutMoments() throws Exception {
    List<Moment> moments = List.of(new Moment(0, 10, 5, 9), new Moment(2, 12, 6, 30));

    assertThat(lines(Picture.of(moments))).isEqualTo(3);
    assertThat(lines(Picture.of(List.of()))).isEqualTo(3);
  }

  private static int lines(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)))
        .getElementsByTagName("polyline")
        .getLength();
  }
}
