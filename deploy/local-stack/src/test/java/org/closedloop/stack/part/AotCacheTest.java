package org.closedloop.stack.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {

  private static final FileTime BUILT = FileTime.fromMillis(1_000_000);

  @TempDir Path folder;
  private AotCache cache;

  @BeforeEach
  void build() throws IOException {
    Path program = Files.createFile(folder.resolve("quarkus-run.jar"));
    Files.setLastModifiedTime(program, BUILT);
    cache = new AotCache(program);
  }

  @Test
  void shouldStartWithoutWhereThereIsNone() {
    assertThat(cache.options()).isEmpty();
  }

  @Test
  void shouldStartWithTheOneOfThisProgram() throws IOException {
    made(2_000_000);
    assertThat(cache.options())
        .hasSize(AotCache.possible() ? 1 : 0)
        .allMatch(option -> option.equals("-XX:AOTCache=" + cache.file()));
  }

  @Test
  void shouldLeaveTheOneOfAProgramBefore() throws IOException {
    made(500_000);
    assertThat(cache.options()).isEmpty();
  }

  private void made(long at) throws IOException {
    Files.createFile(cache.file());
    Files.setLastModifiedTime(cache.file(), FileTime.fromMillis(at));
  }
}
