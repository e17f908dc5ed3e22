package org.closedloop.acceptance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The traced referral names files that are there. */
class PathDocumentTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern FILES = Pattern.compile("`([a-z-]+/[^` <>]+\\.[a-z]+)`");

  @Test
  void shouldNameFilesThatExist() throws IOException {
    String text = Files.readString(ROOT.resolve("docs/path.md"));
    List<String> named = FILES.matcher(text).results().map((MatchResult m) -> m.group(1)).toList();
    assertThat(named).hasSizeGreaterThan(20);
    assertThat(named).allSatisfy(file -> assertThat(ROOT.resolve(file)).isRegularFile());
  }
}
