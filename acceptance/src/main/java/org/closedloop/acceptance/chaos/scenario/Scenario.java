package org.closedloop.acceptance.chaos.scenario;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

  /** What a kind of fault hits. */
  public Set<String> targets(FaultKind kind) {
    return faults.stream()
        .filter(fault -> fault.kind() == kind)
        .map(Fault::target)
        .collect(Collectors.toSet());
  }

  /** The same without a kind of fault. */
  public Scenario without(FaultKind kind) {
    List<Fault> others = faults.stream().filter(fault -> fault.kind() != kind).toList();
    return new Scenario(name, seed, load, others);
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
