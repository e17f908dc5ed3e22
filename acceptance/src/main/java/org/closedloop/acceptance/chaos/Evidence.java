package org.closedloop.acceptance.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.closedloop.acceptance.chaos.ledger.Dirt;
import org.closedloop.acceptance.chaos.ledger.Facts;
import org.closedloop.acceptance.chaos.ledger.Ledger;

/** Writes down what is known of every referral a promise was broken for: ids, codes and times. */
final class Evidence {

  private Evidence() {}

  static void write(Path file, Ledger ledger) {
    List<String> lines = new ArrayList<>();
    ledger.dirt().forEach(dirt -> lines.add(dirt.toString()));
    Set<String> dirty = ledger.dirt().stream().map(Dirt::referralId).collect(Collectors.toSet());
    for (Facts facts : ledger.facts()) {
      if (dirty.contains(facts.referralId())) {
        lines.add("");
        lines.add(facts.referralId() + " " + facts.story());
        facts.sent().forEach(one -> lines.add("  " + one));
        facts.told().forEach(one -> lines.add("  " + one));
        facts.sightings().forEach(one -> lines.add("  " + one));
        lines.add("  delivery " + facts.record().delivery());
        facts.record().history().forEach(one -> lines.add("  " + one));
      }
    }
    try {
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
