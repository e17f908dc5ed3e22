package org.closedloop.acceptance.chaos.hub;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.closedloop.acceptance.chaos.play.TcpProxy;
import org.closedloop.stack.local.LocalStack;
import org.closedloop.stack.part.Seams;
import org.closedloop.stack.part.StackSettings;

/**
 * A hub of processes, and where one gets between them.
 *
 * @param stack the processes
 * @param lines from the services to the brokers and the database, by name of the part led to
 * @param disks with the data of a broker or of the database, by name of the part
 */
public record TestedHub(
    LocalStack stack, Map<String, TcpProxy> lines, Map<String, SmallDisk> disks) {

  public TestedHub {
    lines = Map.copyOf(lines);
    disks = Map.copyOf(disks);
  }

  /**
   * Opens the lines; the stack is not up yet.
   *
   * @param small names of the brokers, or of the database, that get a disk of their own
   * @param progress told in sentences what the stack does
   */
  public static TestedHub of(StackSettings settings, Set<String> small, Consumer<String> progress) {
    Map<String, SmallDisk> disks = new TreeMap<>();
    Map<String, Path> folders = new HashMap<>();
    for (String part : small) {
      SmallDisk disk = SmallDisk.mount(settings.data().resolve("disk-" + part));
      disks.put(part, disk);
      folders.put(part, disk.folder().resolve(part));
    }
    Map<String, Integer> detours = HubLines.detours(new LocalStack(settings, progress));
    Seams seams = new Seams(detours, folders, Map.of());
    LocalStack stack = new LocalStack(settings.withSeams(seams), progress);
    return new TestedHub(stack, HubLines.open(stack), disks);
  }

  /** Removes the disks that a run before has left in a folder of data. */
  public static void clear(Path data) {
    SmallDisk.unmountAllUnder(data);
  }

  /** Ends the processes; then nothing is between them any more. */
  public void down() {
    stack.down();
    lines.values().forEach(TcpProxy::close);
    disks.values().forEach(SmallDisk::unmount);
  }
}
