package org.closedloop.stack.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.closedloop.stack.check.PortCheck;
import org.closedloop.stack.process.Executables;
import org.closedloop.stack.process.Launch;
import org.closedloop.stack.process.Launcher;
import org.closedloop.stack.process.LogFile;
import org.closedloop.stack.process.PrivateFolder;

/** A real broker, one process, with the topics of the hub. */
public final class KafkaPart implements Part {

  /** Any 16 bytes; the same for every stack, as no two share data. */
  private static final String CLUSTER_ID = "Y2xvc2VkLWxvb3AtaHViMQ";

  private static final int PORT = 19092;
  private static final int CONTROLLER_PORT = 19093;

  private final StackSettings settings;
  private final KafkaTopics topics;

  public KafkaPart(StackSettings settings) {
    this.settings = settings;
    this.topics = new KafkaTopics(address(settings));
  }

  /** Host and port for clients. */
  public static String address(StackSettings settings) {
    return "127.0.0.1:" + (settings.portOffset() + PORT);
  }

  @Override
  public String name() {
    return "kafka";
  }

  @Override
  public int port() {
    return settings.portOffset() + PORT;
  }

  @Override
  public List<Integer> ports() {
    return List.of(port(), controllerPort());
  }

  @Override
  public Optional<String> complaint() {
    return Optional.empty();
  }

  @Override
  public void prepare() {
    writeConfiguration();
    if (!Files.exists(data().resolve("meta.properties"))) {
      LogFile log = LogFile.forNewRun(settings.logs().resolve("kafka.log"));
      Launcher.run("Making Kafka's storage", format(), log);
    }
  }

  @Override
  public Launch launch() {
    List<String> command = java("-Xmx512m");
    command.addAll(List.of("kafka.Kafka", configuration().toString()));
    return new Launch(command, Map.of(), settings.data());
  }

  @Override
  public boolean ready() {
    return PortCheck.open(port()) && topics.brokerServes();
  }

  @Override
  public void furnish() {
    topics.createMissing(settings.directory(), settings.useCases());
  }

  private Launch format() {
    List<String> command = java("-XX:TieredStopAtLevel=1");
    command.addAll(List.of("kafka.tools.StorageTool", "format", "--ignore-formatted"));
    command.addAll(List.of("-t", CLUSTER_ID, "-c", configuration().toString()));
    return new Launch(command, Map.of(), settings.data());
  }

  private List<String> java(String first) {
    return new ArrayList<>(
        List.of(
            Executables.java(),
            first,
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "-Dorg.slf4j.simpleLogger.showDateTime=true",
            "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSZ",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            "-Dorg.slf4j.simpleLogger.log.kafka.server=info",
            "-Dorg.slf4j.simpleLogger.log.kafka.server.metadata=warn",
            "-cp",
            Libraries.classPath(settings.root())));
  }

  private void writeConfiguration() {
    try {
      PrivateFolder.make(data());
      Files.writeString(configuration(), KafkaConfig.text(port(), controllerPort(), data()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path data() {
    return settings.data().resolve("kafka");
  }

  private Path configuration() {
    return settings.data().resolve("kafka.properties");
  }

  private int controllerPort() {
    return settings.portOffset() + CONTROLLER_PORT;
  }
}
