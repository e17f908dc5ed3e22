package org.closedloop.acceptance.chaos.fault;

import org.closedloop.acceptance.chaos.hub.SmallDisk;

/** The disk of a broker or of the database has no room for a while. */
final class DiskFilling implements Breaking {

  private final SmallDisk disk;
  private final Reviving part;
  private final Runnable last;

  /**
   * @param last what is done before there is room again
   */
  DiskFilling(SmallDisk disk, Reviving part, Runnable last) {
    this.disk = disk;
    this.part = part;
    this.last = last;
  }

  @Override
  public void begin() {
    disk.fill();
  }

  /** Both end themselves rather than go on without what they must write. */
  @Override
  public void end() throws InterruptedException {
    last.run();
    disk.free();
    part.keepUp();
  }
}
