package org.closedloop.acceptance.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the floor writes for each loop, so that it is as much as the hub wrote.
 *
 * @param records by kind of topic, at least those without which no loop closes
 * @param bytes of a record's value, by kind of topic
 * @param inserts rows inserted a loop, by role
 * @param updates rows updated a loop, by role
 * @param rowBytes of an inserted row, by role
 */
record FloorLoad(
    Map<String, Integer> records,
    Map<String, Integer> bytes,
    Map<String, Integer> inserts,
    Map<String, Integer> updates,
    Map<String, Integer> rowBytes) {

  /** Of a record on disk beside its value: key, headers' count, share of the batch's head. */
  private static final int HEAD = 100;

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * @param perLoop what the hub wrote
   */
  static FloorLoad of(Volume perLoop) {
    FloorLoad load =
        new FloorLoad(
            new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    perLoop.records().forEach((kind, count) -> load.topic(kind, count, perLoop.bytes()));
    for (FloorRole role : FloorRole.values()) {
      role.database().ifPresent(database -> load.rows(role, database, perLoop));
    }
    return load;
  }

  private void topic(String kind, double count, Map<String, Double> written) {
    int many = Math.max(FloorRole.needed(kind), (int) Math.round(count));
    records.put(kind, many);
    bytes.put(kind, (int) Math.max(1, written.getOrDefault(kind, 0.0) / many - HEAD));
  }

  private void rows(FloorRole role, String database, Volume perLoop) {
    int many = (int) Math.max(1, Math.round(perLoop.rows(database, "+")));
    inserts.put(role.name(), many);
    updates.put(role.name(), (int) Math.round(perLoop.rows(database, "~")));
    double size = perLoop.rowBytes().getOrDefault(database, 0.0) / many - HEAD;
    rowBytes.put(role.name(), (int) Math.max(1, size));
  }

  /** The share of an amount for each loop that falls to one of several turns; all shares add up. */
  static int share(int perLoop, int turns, int turn) {
    return perLoop / turns + (turn < perLoop % turns ? 1 : 0);
  }

  /** For a command line. */
  String toJson() {
    try {
      return JSON.writeValueAsString(this);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What {@link #toJson()} wrote. */
  static FloorLoad fromJson(String json) {
    try {
      return JSON.readValue(json, FloorLoad.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
