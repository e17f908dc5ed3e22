package org.closedloop.conformance.profile;

import java.util.ArrayList;
import java.util.List;
import org.closedloop.core.outcome.Finding;

/** What looking at one resource under one profile gave: its own faults, and further duties. */
final class Outcome {

  final List<Finding> findings = new ArrayList<>();
  final List<Duty> duties = new ArrayList<>();
}
