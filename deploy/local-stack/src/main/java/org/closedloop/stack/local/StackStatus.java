package org.closedloop.stack.local;

import java.util.List;

/**
 * The state of a stack; its JSON form is part of the command line's contract.
 *
 * @param up whether every part is ready
 * @param services one entry for each part: the four services, then the broker and the database
 */
public record StackStatus(boolean up, List<PartStatus> services) {

  /**
   * One part.
   *
   * @param name short name
   * @param port the port others use
   * @param pid process id, null when it does not run
   * @param ready whether it answers
   * @param rssMb resident memory in MB, 0 when it does not run
   */
  public record PartStatus(String name, int port, Long pid, boolean ready, long rssMb) {}

  static StackStatus of(List<PartStatus> parts) {
    return new StackStatus(parts.stream().allMatch(PartStatus::ready), parts);
  }
}
