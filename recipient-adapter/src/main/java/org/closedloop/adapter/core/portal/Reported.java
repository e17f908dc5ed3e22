package org.closedloop.adapter.core.portal;

import org.closedloop.core.fhir.TaskView;

/** A Task as a program's system would report it. */
public final class Reported {

  private Reported() {}

  /**
   * The Task after a deed.
   *
   * @param now as it stands
   * @param reason in the person's words, or null
   */
  public static TaskView of(TaskView now, Deed deed, String reason) {
    return new TaskView(
        now.id(),
        now.version(),
        now.lastModified(),
        now.authoredOn(),
        deed.status().code(),
        deed.businessStatus().code(),
        reason,
        now.delivery(),
        now.taskPlacer(),
        now.servicePlacer(),
        now.initiatorName(),
        now.initiatorNpi(),
        now.programName(),
        now.programNpi(),
        now.useCase(),
        null);
  }
}
