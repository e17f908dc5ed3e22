package org.closedloop.acceptance.bench;

import java.util.Map;
import java.util.TreeMap;

/**
 * How much was written so far, or for each loop.
 *
 * @param records by kind of topic
 * @param bytes on disk, by kind of topic
 * @param rows inserted and updated, by database and table, like {@code feedback.referral+}
 *     (inserted) and {@code feedback.referral~} (updated)
 * @param rowBytes growth of the tables and their indexes, by database
 */
record Volume(
    Map<String, Double> records,
    Map<String, Double> bytes,
    Map<String, Double> rows,
    Map<String, Double> rowBytes) {

  /** What came since an earlier count, for each of so many loops. */
  Volume since(Volume before, int loops) {
    return new Volume(
        perLoop(before.records, records, loops),
        perLoop(before.bytes, bytes, loops),
        perLoop(before.rows, rows, loops),
        perLoop(before.rowBytes, rowBytes, loops));
  }

  /** Rows of a database whose names end with a mark, {@code +} or {@code ~}. */
  double rows(String database, String mark) {
    return rows.entrySet().stream()
        .filter(one -> one.getKey().startsWith(database + ".") && one.getKey().endsWith(mark))
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }

  private static Map<String, Double> perLoop(
      Map<String, Double> before, Map<String, Double> after, int loops) {
    Map<String, Double> all = new TreeMap<>();
    after.forEach(
        (name, amount) ->
            all.put(name, (amount - before.getOrDefault(name, 0.0)) / Math.max(1, loops)));
    return all;
  }
}
