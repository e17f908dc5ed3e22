package org.closedloop.core.catalog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** All use cases the hub serves, read from folders of data (design section 6). */
public final class UseCaseCatalog {

  private static final Pattern NAME = Pattern.compile("[a-z0-9-]+");
  private static final String FILE = "use-case.yaml";

  private final Map<String, UseCase> byName;

  private UseCaseCatalog(Map<String, UseCase> byName) {
    this.byName = Map.copyOf(byName);
  }

  /**
   * Reads every sub-folder that holds a {@code use-case.yaml}.
   *
   * @param folders the shipped folder and any further ones
   * @throws BrokenDataException naming file and reason
   */
  public static UseCaseCatalog load(List<Path> folders) {
    Map<String, UseCase> found = new LinkedHashMap<>();
    for (Path folder : folders) {
      for (Path entry : YamlFiles.list(folder)) {
        Path file = entry.resolve(FILE);
        if (Files.isRegularFile(file)) {
          UseCase useCase = read(file, entry.getFileName().toString());
          if (found.put(useCase.name(), useCase) != null) {
            throw new BrokenDataException(file, "the use case is defined twice");
          }
        }
      }
    }
    if (found.isEmpty()) {
      throw new BrokenDataException(folders.get(0), "holds no use case");
    }
    sectionsAreUnique(found.values(), folders.get(0));
    return new UseCaseCatalog(found);
  }

  /** Reads one folder of use cases. */
  public static UseCaseCatalog load(Path folder) {
    return load(List.of(folder));
  }

  /** The use case of that name. */
  public Optional<UseCase> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** All use cases, in order of name. */
  public List<UseCase> all() {
    return byName.values().stream().sorted((a, b) -> a.name().compareTo(b.name())).toList();
  }

  private static UseCase read(Path file, String folderName) {
    UseCase useCase;
    try {
      useCase = YamlFiles.read(file, UseCase.class);
    } catch (NullPointerException e) {
      throw new BrokenDataException(file, "a mandatory list is missing");
    }
    if (!folderName.equals(useCase.name()) || !NAME.matcher(folderName).matches()) {
      throw new BrokenDataException(file, "name must equal the folder's name and match [a-z0-9-]+");
    }
    if (useCase.request() == null || useCase.feedback() == null) {
      throw new BrokenDataException(file, "request and feedback are mandatory");
    }
    if (useCase.respondWithin() == null || useCase.completeWithin() == null) {
      throw new BrokenDataException(file, "respondWithin and completeWithin are mandatory");
    }
    return useCase;
  }

  private static void sectionsAreUnique(Collection<UseCase> useCases, Path folder) {
    List<String> seen = new ArrayList<>();
    for (UseCase useCase : useCases) {
      for (String section : List.of(useCase.request().section(), useCase.feedback().section())) {
        if (seen.contains(section)) {
          throw new BrokenDataException(folder, "two use cases share the section " + section);
        }
        seen.add(section);
      }
    }
  }
}
