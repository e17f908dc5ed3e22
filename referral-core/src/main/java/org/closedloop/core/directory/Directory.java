package org.closedloop.core.directory;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.closedloop.core.catalog.BrokenDataException;
import org.closedloop.core.catalog.YamlFiles;

/** The parties the hub knows, read from {@code deploy/directory}. */
public final class Directory {

  private static final Pattern ID = Pattern.compile("[a-z0-9-]+");

  private final Map<String, Party> byId;

  private Directory(Map<String, Party> byId) {
    this.byId = byId;
  }

  /** A directory of the given parties. */
  public static Directory of(List<Party> parties) {
    Map<String, Party> byId = new LinkedHashMap<>();
    parties.forEach(party -> byId.put(party.id(), party));
    return new Directory(byId);
  }

  /**
   * Reads every {@code *.yaml} of a folder.
   *
   * @throws BrokenDataException naming file and reason
   */
  public static Directory load(Path folder) {
    Map<String, Party> byId = new LinkedHashMap<>();
    for (Path file : YamlFiles.list(folder)) {
      if (file.getFileName().toString().endsWith(".yaml")) {
        Party party = read(file);
        boolean npiTaken = byId.values().stream().anyMatch(p -> p.npi().equals(party.npi()));
        if (npiTaken || byId.put(party.id(), party) != null) {
          throw new BrokenDataException(file, "another party has the same id or NPI");
        }
      }
    }
    if (byId.isEmpty()) {
      throw new BrokenDataException(folder, "holds no party");
    }
    return new Directory(byId);
  }

  /** The party of that id. */
  public Optional<Party> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The party whose organisation has that NPI; empty for null. */
  public Optional<Party> byNpi(String npi) {
    return byId.values().stream().filter(party -> party.npi().equals(npi)).findFirst();
  }

  /** All parties, in order of file name. */
  public List<Party> all() {
    return List.copyOf(byId.values());
  }

  private static Party read(Path file) {
    Party party;
    try {
      party = YamlFiles.read(file, Party.class);
    } catch (NullPointerException e) {
      throw new BrokenDataException(file, "roles and channels are mandatory");
    }
    if (party.id() == null || !ID.matcher(party.id()).matches()) {
      throw new BrokenDataException(file, "id must match [a-z0-9-]+");
    }
    if (party.npi() == null || !party.npi().matches("\\d{10}")) {
      throw new BrokenDataException(file, "npi must be ten digits");
    }
    if (party.channels().contains(Channel.PUSH) && party.push() == null) {
      throw new BrokenDataException(file, "channel push needs the address push");
    }
    return party;
  }
}
