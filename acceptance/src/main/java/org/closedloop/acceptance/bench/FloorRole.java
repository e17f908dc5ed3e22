package org.closedloop.acceptance.bench;

import java.util.List;
import java.util.Optional;

/** The floor's four processes and what each passes on, as the hub's services do. */
enum FloorRole {
  GATEWAY(null, "submit"),
  ROUTER(null, "journal"),
  ADAPTER("adapter", "routed", "journal", "responses", "verdicts"),
  FEEDBACK("feedback", "claims");

  /** A referral, its delivery, its acceptance, its outcome. */
  static final String STAGES = "RDAO";

  private final String database;
  private final List<String> reads;

  FloorRole(String database, String... reads) {
    this.database = database;
    this.reads = List.of(reads);
  }

  /** The hub's database whose rows it writes; empty for those that own nothing. */
  Optional<String> database() {
    return Optional.ofNullable(database);
  }

  /** Kinds of topics. */
  List<String> reads() {
    return reads;
  }

  /** Where a record of a stage from a topic goes to, and as which stage. */
  List<Hop> hops(String from, char stage) {
    return switch (this) {
      case GATEWAY -> List.of(new Hop("claims", stage));
      case ROUTER -> stage == 'R' ? List.of(new Hop("routed", stage)) : List.of();
      case FEEDBACK -> decided(stage);
      case ADAPTER -> adapter(from, stage);
    };
  }

  /** Whether a record of this topic is written to the role's database. */
  boolean writes(String from) {
    return database != null && !from.equals("verdicts");
  }

  /** How many records a loop it writes to its database. */
  int writesPerLoop() {
    return this == FEEDBACK ? 4 : 7;
  }

  /** How many records of a kind one loop needs, at least. */
  static int needed(String kind) {
    return switch (kind) {
      case "submit", "routed", "referrals" -> 1;
      case "responses", "receipts" -> 2;
      case "feedback", "verdicts" -> 3;
      default -> 4;
    };
  }

  private static List<Hop> decided(char stage) {
    List<Hop> always = List.of(new Hop("journal", stage), new Hop("status", stage));
    if (stage == 'D') {
      return always;
    }
    return List.of(
        always.get(0), always.get(1), new Hop("verdicts", stage), new Hop("feedback", stage));
  }

  private static List<Hop> adapter(String from, char stage) {
    return switch (from) {
      case "routed" -> List.of(new Hop("referrals", stage), new Hop("claims", 'D'));
      case "responses" -> List.of(new Hop("claims", stage));
      case "verdicts" ->
          stage == 'A' || stage == 'O' ? List.of(new Hop("receipts", stage)) : List.of();
      default -> List.of();
    };
  }

  /** One record to send. */
  record Hop(String kind, char stage) {}
}
