package org.closedloop.feedback.out;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * One table of the record.
 *
 * @param name of the table
 * @param key expression that orders and tells its rows
 * @param shown column that names a row to people
 * @param event how its rows {@code x} and the events {@code e} they come from belong together
 * @param older which rows need no event, since the journal did not keep them once
 * @param skipped columns that do not follow from the journal
 * @param opened columns that are compared by what they hold
 */
record ComparedTable(
    String name,
    String key,
    String shown,
    String event,
    String older,
    Set<String> skipped,
    Map<String, Function<Object, Object>> opened) {

  ComparedTable sealed(String column, Function<Object, Object> open) {
    return new ComparedTable(name, key, shown, event, older, skipped, Map.of(column, open));
  }

  /** All rows in order of their keys. */
  String rows() {
    return "select (" + key + ") collate \"C\" as row_key, x.* from " + name + " x order by 1";
  }

  /** Whether a row belongs to an event that was not published before a moment. */
  String later() {
    return "select exists (select 1 from event e where "
        + event
        + " and (e.published_at is null or e.published_at >= ?)) or (not exists"
        + " (select 1 from event e where "
        + event
        + ") and "
        + older
        + ") from "
        + name
        + " x where ("
        + key
        + ") = ?";
  }
}
