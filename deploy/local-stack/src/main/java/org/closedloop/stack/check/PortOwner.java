package org.closedloop.stack.check;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The process that listens on a port, found through {@code /proc}.
 *
 * @param pid process id
 * @param name what it is called
 */
record PortOwner(long pid, String name) {

  private static final List<Path> TABLES =
      List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
  private static final String LISTENING = "0A";

  /** Empty when nobody listens, or when the system or missing rights hide who does. */
  static Optional<PortOwner> of(int port) {
    Set<String> sockets =
        TABLES.stream()
            .flatMap(PortOwner::lines)
            .flatMap(line -> listeningInode(line, port).stream())
            .map(inode -> "socket:[" + inode + "]")
            .collect(Collectors.toSet());
    if (sockets.isEmpty()) {
      return Optional.empty();
    }
    return ProcessHandle.allProcesses()
        .map(ProcessHandle::pid)
        .filter(pid -> holds(pid, sockets))
        .map(pid -> new PortOwner(pid, nameOf(pid)))
        .findFirst();
  }

  /** Column 1 is the local address with the port in hex, 3 the state, 9 the inode. */
  static Optional<String> listeningInode(String line, int port) {
    String[] column = line.trim().split("\\s+");
    return column.length > 9
            && column[1].endsWith(":%04X".formatted(port))
            && column[3].equals(LISTENING)
        ? Optional.of(column[9])
        : Optional.empty();
  }

  private static Stream<String> lines(Path table) {
    try {
      return Files.readAllLines(table).stream();
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  private static boolean holds(long pid, Set<String> sockets) {
    try (DirectoryStream<Path> open = Files.newDirectoryStream(Path.of("/proc/" + pid + "/fd"))) {
      for (Path descriptor : open) {
        if (sockets.contains(target(descriptor))) {
          return true;
        }
      }
    } catch (IOException goneOrNotOurs) {
      return false;
    }
    return false;
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException closedMeanwhile) {
      return "";
    }
  }

  private static String nameOf(long pid) {
    try {
      return Files.readString(Path.of("/proc/" + pid + "/comm")).trim();
    } catch (IOException e) {
      return "unknown";
    }
  }
}
