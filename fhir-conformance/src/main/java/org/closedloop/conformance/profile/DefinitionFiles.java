package org.closedloop.conformance.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Reads definitions: the project's own, and FHIR packages a user adds. */
public final class DefinitionFiles {

  private static final String FOLDER = "profiles/";
  private static final String INDEX = "index.txt";
  private static final ObjectMapper JSON = new ObjectMapper();

  private DefinitionFiles() {}

  /** The project's own profiles with their terminology. */
  public static Definitions own() {
    Definitions definitions = new Definitions();
    for (String file : index()) {
      try (InputStream in = open(FOLDER + file)) {
        definitions.add(JSON.readTree(in));
      } catch (IOException e) {
        throw new BrokenDefinitionException(file + " is not JSON", e);
      }
    }
    return definitions;
  }

  private static List<String> index() {
    try (InputStream in = open(FOLDER + INDEX)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name) {
    InputStream in =
        DefinitionFiles.class.getResourceAsStream("/org/closedloop/conformance/" + name);
    if (in == null) {
      throw new BrokenDefinitionException(name + " is listed, but not there");
    }
    return in;
  }

  /**
   * Adds all FHIR packages ({@code .tgz}) of a folder, in the order of their names. What they
   * define replaces what is there under the same URL.
   *
   * @throws BrokenDefinitionException when one cannot be read; names the file
   */
  public static void addPackages(Definitions definitions, Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(file -> file.getFileName().toString().endsWith(".tgz"))
          .sorted()
          .forEach(file -> addPackage(definitions, file));
    } catch (IOException e) {
      throw new BrokenDefinitionException("The folder of FHIR packages cannot be read", e);
    }
  }

  private static void addPackage(Definitions definitions, Path file) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
        TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(in))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (isResource(entry.getName())) {
          JsonNode resource = JSON.readTree(tar.readAllBytes());
          definitions.add(resource);
        }
      }
    } catch (IOException e) {
      throw new BrokenDefinitionException(file.getFileName() + " is not a FHIR package", e);
    }
  }

  /** Resources lie right in the package's folder; examples and the like in folders below. */
  private static boolean isResource(String name) {
    return name.startsWith("package/")
        && name.endsWith(".json")
        && name.indexOf('/', "package/".length()) < 0
        && !name.endsWith("package.json");
  }
}
