package org.closedloop.stack.ops;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What operators are told, as text for people. */
final class OpsText {

  private OpsText() {}

  static String parked(JsonNode page) {
    long count = page.path("count").asLong();
    if (count == 0) {
      return "Nothing is parked.";
    }
    return lines(page.path("items"), OpsText::item)
        + String.format(
            Locale.ROOT,
            "%n%d parked, %d bytes, the oldest for %s. `./bser replay <referral>` takes it up"
                + " again.",
            count,
            page.path("bytes").asLong(),
            age(page.path("oldestSeconds").asLong()));
  }

  static String done(JsonNode answer) {
    String rehearsed = answer.path("dryRun").asBoolean() ? " Nothing was changed." : "";
    JsonNode items = answer.path("items");
    return items.isEmpty()
        ? "Nothing is parked."
        : lines(items, OpsText::result)
            + (answer.path("done").asBoolean() ? "\nDone." : "\nNot all of it could be done.")
            + rehearsed;
  }

  static String rebuilt(JsonNode report) {
    String tables =
        lines(
            report.path("tables"),
            table ->
                String.format(
                    Locale.ROOT,
                    "  %-11s %7d rows, %d compared, %d changed meanwhile, %d differ",
                    table.path("table").asText(),
                    table.path("live").asLong(),
                    table.path("compared").asLong(),
                    table.path("later").asLong(),
                    table.path("differences").asLong()));
    String end =
        report.path("equal").asBoolean()
            ? "The record follows from the journal."
            : "The record and what follows from the journal differ:\n"
                + lines(report.path("differences"), OpsText::difference);
    return tables + "\n" + end;
  }

  private static String item(JsonNode item) {
    String place =
        item.has("topic")
            ? String.format(
                Locale.ROOT,
                "  %s/%d/%d",
                item.path("topic").asText(),
                item.path("partition").asInt(),
                item.path("offset").asLong())
            : "";
    return String.format(
        Locale.ROOT,
        "  %-36s  %-11s  %-18s  %6s  %d bytes%s",
        name(item, "id"),
        item.path("kind").asText(),
        item.path("word").asText(),
        age(item.path("ageSeconds").asLong()),
        item.path("size").asLong(),
        place);
  }

  private static String result(JsonNode item) {
    String reason = item.has("reason") ? " (" + item.path("reason").asText() + ")" : "";
    return String.format(
        Locale.ROOT,
        "  %-36s  %-11s  %s%s",
        name(item, "item"),
        item.path("kind").asText(),
        item.path("result").asText(),
        reason);
  }

  private static String difference(JsonNode one) {
    return String.format(
        Locale.ROOT,
        "  %s %s: %s",
        one.path("table").asText(),
        one.path("row").asText(),
        one.path("what").asText());
  }

  /** The referral, else the item, which stands for it in commands. */
  private static String name(JsonNode item, String otherwise) {
    return item.has("referral") ? item.path("referral").asText() : item.path(otherwise).asText();
  }

  private static String age(long seconds) {
    Duration age = Duration.ofSeconds(seconds);
    if (age.toDays() > 0) {
      return age.toDays() + " d";
    }
    return age.toHours() > 0
        ? age.toHours() + " h"
        : age.toMinutes() > 0 ? age.toMinutes() + " min" : seconds + " s";
  }

  private static String lines(JsonNode items, java.util.function.Function<JsonNode, String> line) {
    return StreamSupport.stream(items.spliterator(), false)
        .map(line)
        .collect(Collectors.joining("\n"));
  }
}
