package org.closedloop.router.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.closedloop.core.catalog.UseCase;
import org.closedloop.core.catalog.UseCaseCatalog;
import org.closedloop.kit.testing.TestData;

/** Catalogs that differ from the shipped one. */
final class UseCaseCatalogs {

  private UseCaseCatalogs() {}

  /** The shipped catalog after somebody removed a folder. */
  static UseCaseCatalog without(String name) {
    try {
      Path folder = Files.createTempDirectory("use-cases");
      for (UseCase useCase : TestData.catalog().all()) {
        if (!useCase.name().equals(name)) {
          copy(useCase.name(), folder);
        }
      }
      return UseCaseCatalog.load(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(String name, Path folder) throws IOException {
    Path target = Files.createDirectory(folder.resolve(name));
    Path file = Path.of("use-case.yaml");
    Files.copy(TestData.useCases().resolve(name).resolve(file), target.resolve(file));
  }
}
