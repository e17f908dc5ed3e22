package org.closedloop.acceptance.chaos.scenario;

import java.nio.file.Path;
import java.util.List;
import org.closedloop.core.catalog.YamlFiles;

/**
 * A load and what breaks meanwhile; as data, so that it can be played again.
 *
 * @param name for people
 * @param seed what is drawn is the same for the same seed
 * @param load what parties do
 * @param faults what breaks
 */
public record Scenario(String name, long seed, Load load, List<Fault> faults) {

  public Scenario {
    faults = faults == null ? List.of() : List.copyOf(faults);
  }

  /**
   * Reads a YAML file with the fields of these records.
   *
   * @throws org.closedloop.core.catalog.BrokenDataException naming the file and what is wrong
   */
  public static Scenario read(Path file) {
    return YamlFiles.read(file, Scenario.class);
  }
}
