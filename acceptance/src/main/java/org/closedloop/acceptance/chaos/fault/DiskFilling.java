package org.closedloop.acceptance.chaos.fault;

import org.closedloop.acceptance.chaos.hub.SmallDisk;

/** The disk of a broker or of the database has no room for a while. */
final class DiskFilling implements Breaking {

  private final SmallDisk disk;
  private final Reviving part;

  DiskFilling(SmallDisk disk, Reviving part) {
    this.disk = disk;
    this.part = part;
  }

  @Override
  public void begin() {
    disk.fill();
  }

  /** Both end themselves rather than go on without what they must write. */
  @Override
  public void end() throws InterruptedException {
    disk.free();
    part.keepUp();
  }
}
