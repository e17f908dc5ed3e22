package org.closedloop.acceptance.chaos.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.closedloop.stack.process.Launcher;
import org.closedloop.stack.process.StackFailure;

/**
 * A file system of its own, in memory, whose size can be changed: made as small as what is on it,
 * it is full. Whoever writes then gets the same error as on a full disk (ENOSPC).
 */
public final class SmallDisk {

  /** What is not written takes no memory. */
  private static final String ROOMY = "4g";

  private static final int TRIES = 50;
  private static final Path MOUNTED = Path.of("/proc/self/mounts");

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** Whether this user may mount one here; the folder is left as it was. */
  public static boolean possible(Path parent) {
    Path trial = parent.resolve("disk-trial");
    try {
      Files.createDirectories(trial);
      boolean works = mounted(trial, "size=1m");
      if (works) {
        new SmallDisk(trial).unmount();
      }
      Files.delete(trial);
      return works;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An empty one, with room. */
  static SmallDisk mount(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!mounted(folder, "size=" + ROOMY + ",mode=0700")) {
      throw new StackFailure("No file system could be mounted at " + folder + ".");
    }
    SmallDisk disk = new SmallDisk(folder);
    // Interrupted, a run must not leave memory taken.
    Runtime.getRuntime().addShutdownHook(new Thread(disk::unmount));
    return disk;
  }

  /** Unmounts what a run that was killed has left. */
  static void unmountAllUnder(Path folder) {
    try (Stream<String> mounts = Files.lines(MOUNTED)) {
      mounts
          .map(line -> Path.of(line.split(" ")[1]))
          .filter(path -> path.startsWith(folder))
          .sorted(Comparator.reverseOrder())
          .toList()
          .forEach(path -> new SmallDisk(path).unmount());
    } catch (IOException noSuchSystem) {
      // Without such a list there are no mounts of ours either.
    }
  }

  /** Where it is. */
  Path folder() {
    return folder;
  }

  /** From now on there is no room. Somebody may write meanwhile: tried until the size is met. */
  public void fill() {
    for (int left = TRIES; left > 0; left--) {
      if (resized(String.valueOf(used()))) {
        return;
      }
    }
    throw new StackFailure("The file system at " + folder + " could not be made full.");
  }

  /** There is room again. */
  public void free() {
    if (!resized(ROOMY)) {
      throw new StackFailure("The file system at " + folder + " could not be given room.");
    }
  }

  /** Gone, with all that is on it; whoever has a file open keeps that until the end. */
  void unmount() {
    Launcher.works("umount", "-l", folder.toString());
  }

  private boolean resized(String size) {
    return Launcher.works("mount", "-o", "remount,size=" + size, folder.toString());
  }

  private long used() {
    try {
      FileStore store = Files.getFileStore(folder);
      return store.getTotalSpace() - store.getUnallocatedSpace();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean mounted(Path folder, String options) {
    List<String> command =
        List.of("mount", "-t", "tmpfs", "-o", options, "closed-loop", folder.toString());
    return Launcher.works(command.toArray(String[]::new));
  }
}
