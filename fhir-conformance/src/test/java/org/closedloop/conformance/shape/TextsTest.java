package org.closedloop.conformance.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is read by hand is what the patterns of R4 say. */
class TextsTest {

  private static final Pattern CODE = Pattern.compile("[^\\s]+(?: [^\\s]+)*");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");
  private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.+");
  private static final String CHARACTERS =
      "aZ09 -.+:/?_\t\n\r\f\u000b\u0000\u001f\u0085\u00a0\u2028é";
  private static final int ROUNDS = 200_000;

  @Test
  void shouldJudgeAsThePatternsDo() {
    Random random = new Random(2);
    for (int i = 0; i < ROUNDS; i++) {
      String text = text(random, random.nextInt(9));
      assertThat(Texts.isCode(text)).as("code %s", text).isEqualTo(CODE.matcher(text).matches());
      assertThat(Texts.isId(text)).as("id %s", text).isEqualTo(ID.matcher(text).matches());
      assertThat(Texts.isAbsoluteUri(text))
          .as("absolute URI %s", text)
          .isEqualTo(ABSOLUTE.matcher(text).matches());
      assertThat(Texts.isUri(text))
          .as("URI %s", text)
          .isEqualTo(!text.isEmpty() && text.chars().noneMatch(c -> c <= ' '));
      assertThat(Texts.isString(text))
          .as("string %s", text)
          .isEqualTo(!text.isBlank() && text.chars().allMatch(TextsTest::mayStandInString));
    }
  }

  @Test
  void shouldTakeIdsOf64CharactersAndNoLonger() {
    assertThat(Texts.isId("a".repeat(64))).isTrue();
    assertThat(Texts.isId("a".repeat(65))).isFalse();
  }

  private static boolean mayStandInString(int c) {
    return c >= ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  private static String text(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      // Plain ones more often, or hardly anything would be right.
      int among = random.nextInt(3) == 0 ? CHARACTERS.length() : 10;
      text.append(CHARACTERS.charAt(random.nextInt(among)));
    }
    return text.toString();
  }
}
