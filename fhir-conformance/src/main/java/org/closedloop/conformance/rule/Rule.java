package org.closedloop.conformance.rule;

/** One thing a message has to fulfil. */
public interface Rule {

  /** Stable id, lower case with dashes; stands in every finding. */
  String id();

  /** Reports every place that breaks the rule; must not fail on a message that lacks elements. */
  void check(Message message, Report report);
}
