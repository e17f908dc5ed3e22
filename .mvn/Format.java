import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Holds every Java file below a folder to google-java-format: {@code check} names the files that
 * differ and fails, {@code write} rewrites them. It runs on the JDK that the toolchains plugin
 * selected, because the formatter reads only the syntax its own JVM knows, and Maven's may be older
 * than the sources.
 */
public final class Format {
  private static final Set<String> NOT_OURS = Set.of("target", ".git", ".local");

  public static void main(String[] args) throws Exception {
    boolean write = args[0].equals("write");
    List<String> arguments = new ArrayList<>();
    arguments.addAll(write ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
    arguments.addAll(javaFiles(Path.of(args[1])));
    PrintWriter out = new PrintWriter(System.out, true);
    int result = new Main(out, out, System.in).format(arguments.toArray(String[]::new));
    if (result != 0 && !write) {
      out.println(
          "The files above are not in google-java-format. To format them: mvn -N verify -Pformat");
    }
    System.exit(result);
  }

  private static List<String> javaFiles(Path root) throws IOException {
    List<String> files = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NOT_OURS.contains(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".java")) {
              files.add(file.toString());
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }
}
