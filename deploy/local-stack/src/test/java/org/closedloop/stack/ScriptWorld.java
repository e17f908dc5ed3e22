package org.closedloop.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.closedloop.stack.process.Executables;

/** A repository with the real {@code bser} in it, fake JDKs and a fake Maven. */
final class ScriptWorld {

  private static final List<String> TOOLS =
      List.of(
          "bash sh cat dirname find flock grep head ls mkdir mv readlink sed tail tee touch tr xargs"
              .split(" "));

  private static final String MAVEN =
      """
      #!/bin/sh
      echo called >> "$CALLS"
      echo "[INFO] Building The gateway 1.0.0-SNAPSHOT          [1/2]"
      for module in initiator-gateway referral-router recipient-adapter feedback-service; do
        mkdir -p $module/target/quarkus-app
        touch $module/target/quarkus-app/quarkus-run.jar
      done
      mkdir -p deploy/local-stack/target acceptance/target
      touch deploy/local-stack/target/local-stack.jar acceptance/target/acceptance.jar
      """;

  private final Path root;
  private final Path jdks;
  private final Path tools;
  private final Path calls;

  ScriptWorld(Path folder) throws IOException {
    root = Files.createDirectories(folder.toRealPath().resolve("repo"));
    jdks = Files.createDirectories(folder.resolve("jdks"));
    tools = Files.createDirectories(folder.resolve("tools"));
    calls = folder.resolve("calls");
    Files.copy(Path.of("../../bser"), root.resolve("bser"));
    program(root.resolve("bser"));
    wrapTools();
    script(tools.resolve("mvn"), MAVEN);
    source("pom.xml");
    source("initiator-gateway/pom.xml");
  }

  Path root() {
    return root;
  }

  void jdk(String name, String version) throws IOException {
    Path home = Files.createDirectories(jdks.resolve(name).resolve("bin")).getParent();
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    script(home.resolve("bin/java"), "#!/bin/sh\necho " + name + " ran \"$@\"\n");
    script(home.resolve("bin/javac"), "#!/bin/sh\n");
  }

  void forgetJdks() throws IOException {
    try (Stream<Path> all = Files.list(jdks)) {
      for (Path jdk : all.toList()) {
        Files.delete(jdk.resolve("release"));
        Files.delete(jdk.resolve("bin/java"));
      }
    }
  }

  void forgetMaven() throws IOException {
    Files.delete(tools.resolve("mvn"));
  }

  void breakMaven() throws IOException {
    script(tools.resolve("mvn"), "#!/bin/sh\necho '[ERROR] it does not compile'\nexit 1\n");
  }

  Path source(String path) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "x");
  }

  void runFile(String name, long pid) throws IOException {
    Path folder = Files.createDirectories(root.resolve(".local/run"));
    Files.writeString(folder.resolve(name + ".json"), "{\"pid\":" + pid + ",\"started\":\"x\"}");
  }

  /** As plain {@code mvn package} would, unseen by the script. */
  void buildByHand() throws IOException, InterruptedException {
    call(tools.resolve("mvn"));
    Files.delete(calls);
  }

  long builds() throws IOException {
    return Files.exists(calls) ? Files.readAllLines(calls).size() : 0;
  }

  Result bser(String... args) throws IOException, InterruptedException {
    return call(root.resolve("bser"), args);
  }

  Result call(Path program, String... args) throws IOException, InterruptedException {
    Path out = Files.createTempFile(tools, "out", "");
    Path err = Files.createTempFile(tools, "err", "");
    List<String> command = new ArrayList<>(List.of("bash", program.toString()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment());
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return new Result(process.waitFor(), Files.readString(out), Files.readString(err));
  }

  private Map<String, String> environment() throws IOException {
    try (Stream<Path> all = Files.list(jdks)) {
      String places = String.join(":", all.sorted().map(Path::toString).toList());
      return Map.of(
          "PATH", tools.toString(),
          "HOME", root.toString(),
          "CALLS", calls.toString(),
          "BSER_JDK_PLACES", places);
    }
  }

  /** The system's tools the script uses, and no Maven or Java of this machine. */
  private void wrapTools() throws IOException {
    for (String tool : TOOLS) {
      Optional<Path> found = Executables.find(tool);
      if (found.isPresent()) {
        script(tools.resolve(tool), "#!/bin/sh\nexec " + found.get() + " \"$@\"\n");
      }
    }
  }

  private static void script(Path file, String text) throws IOException {
    Files.writeString(file, text);
    program(file);
  }

  private static void program(Path file) {
    if (!file.toFile().setExecutable(true)) {
      throw new IllegalStateException("cannot make " + file + " executable");
    }
  }
}
