package org.closedloop.conformance;

import java.time.Clock;
import java.util.List;
import org.closedloop.conformance.profile.DefinitionFiles;
import org.closedloop.core.catalog.UseCaseCatalog;

/** A gate that knows R4 and the profiles, and none of the hub's own rules. */
public final class DefinitionsOnly {

  private DefinitionsOnly() {}

  /** It judges by the use cases of a catalog. */
  public static Gate gate(UseCaseCatalog catalog) {
    return new Gate(catalog.all(), Clock.systemUTC(), List.of(), DefinitionFiles.own());
  }
}
