package org.closedloop.kit.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.closedloop.core.catalog.UseCaseCatalog;
import org.closedloop.core.directory.Directory;
import org.closedloop.core.fhir.example.ExampleMessages;

/** The shipped use cases, directory and example messages, found from any module's folder. */
public final class TestData {

  private TestData() {}

  /** Root of the project. */
  public static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("use-cases"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("the project's use-cases folder is not above this one");
      }
    }
    return folder;
  }

  /** Folder of the use cases. */
  public static Path useCases() {
    return root().resolve("use-cases");
  }

  /** Folder of the directory. */
  public static Path parties() {
    return root().resolve("deploy").resolve("directory");
  }

  /** The shipped catalog. */
  public static UseCaseCatalog catalog() {
    return UseCaseCatalog.load(useCases());
  }

  /** The shipped directory. */
  public static Directory directory() {
    return Directory.load(parties());
  }

  /** The shipped example messages under fresh identities. */
  public static ExampleMessages examples() {
    Directory directory = directory();
    return new ExampleMessages(
        useCases(),
        directory.find("lakeside-hospital").orElseThrow(),
        directory.find("riverbend-wellness").orElseThrow());
  }
}
