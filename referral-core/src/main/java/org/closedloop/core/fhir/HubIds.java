package org.closedloop.core.fhir;

import java.util.UUID;

/** Ids of what the hub writes: the same input always gives the same id. */
final class HubIds {

  private static final UUID NAMESPACE = UUID.fromString("41eff70c-4587-5b9f-b055-57ff2de41eff");

  private HubIds() {}

  /** A UUID for one part of something that has an id. */
  static String derived(String id, String part) {
    return Hashes.uuid5(NAMESPACE, id + "|" + part).toString();
  }
}
