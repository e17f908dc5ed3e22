package org.closedloop.conformance.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FHIR packages a user puts into a folder. */
class PackagesTest {

  private static final String STRUCTURE =
      "{\"resourceType\":\"StructureDefinition\",\"url\":\"urn:mine\",\"name\":\"%s\"}";

  @TempDir private Path folder;

  @Test
  void shouldTakeResourcesOfThePackageAndLetTheLaterReplaceTheEarlier() throws IOException {
    write("a.tgz", "package/StructureDefinition-mine.json", STRUCTURE.formatted("first"));
    write("b.tgz", "package/StructureDefinition-mine.json", STRUCTURE.formatted("second"));
    write("c.tgz", "package/example/x.json", STRUCTURE.formatted("an example"));
    Files.writeString(folder.resolve("README.txt"), "not a package");
    Definitions definitions = new Definitions();
    DefinitionFiles.addPackages(definitions, folder);
    assertThat(definitions.structure("urn:mine").orElseThrow().get("name").textValue())
        .isEqualTo("second");
  }

  @Test
  void shouldNameTheFileThatIsNoPackage() throws IOException {
    Files.writeString(folder.resolve("broken.tgz"), "not zipped");
    assertThatThrownBy(() -> DefinitionFiles.addPackages(new Definitions(), folder))
        .isInstanceOf(BrokenDefinitionException.class)
        .hasMessageContaining("broken.tgz");
  }

  private void write(String file, String entry, String content) throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(
            new GZIPOutputStream(Files.newOutputStream(folder.resolve(file))))) {
      TarArchiveEntry header = new TarArchiveEntry(entry);
      header.setSize(bytes.length);
      tar.putArchiveEntry(header);
      tar.write(bytes);
      tar.closeArchiveEntry();
    }
  }
}
