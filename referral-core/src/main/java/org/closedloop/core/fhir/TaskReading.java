package org.closedloop.core.fhir;

import org.closedloop.core.outcome.Refusal;

/** What came of reading a bare Task. */
public sealed interface TaskReading {

  record Read(TaskFacts facts) implements TaskReading {}

  /** 400 when not readable, 422 when it is no Task or lacks id or status. */
  record Refused(Refusal refusal) implements TaskReading {}
}
